package wasl.sandbox.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Mails as {@code .eml} files, which any mail program opens. */
final class MailFolder {

  private static final DateTimeFormatter ARRIVAL =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;
  private final AtomicInteger sequence = new AtomicInteger();
  private final Map<String, Mail> parsed = new ConcurrentHashMap<>();

  MailFolder(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void keep(String recipient, byte[] message) throws IOException {
    var to = recipient.strip().toLowerCase(Locale.ROOT);
    var id = "%s-%06d".formatted(ARRIVAL.format(clock.instant()), sequence.incrementAndGet());
    var whole = new ByteArrayOutputStream();
    whole.write((Mail.DELIVERED_TO + ": " + to + "\r\n").getBytes(StandardCharsets.UTF_8));
    whole.write(message);
    var draft = folder.resolve(id + ".draft");
    Files.write(draft, whole.toByteArray());
    Files.move(draft, folder.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** All mails, the newest first. */
  List<Mail> all() {
    try (var files = Files.list(folder)) {
      var mails = new ArrayList<Mail>();
      for (var file :
          files
              .filter(it -> it.toString().endsWith(".eml"))
              .sorted(Comparator.comparing(Path::getFileName).reversed())
              .toList()) {
        var id = file.getFileName().toString().replace(".eml", "");
        find(id).ifPresent(mails::add);
      }
      return mails;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Mail> to(String recipient) {
    var wanted = recipient.strip().toLowerCase(Locale.ROOT);
    return all().stream().filter(it -> it.to().equals(wanted)).toList();
  }

  Optional<Mail> find(String id) {
    var known = parsed.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    var file = folder.resolve(id + ".eml").normalize();
    if (!file.startsWith(folder.normalize()) || !Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var mail = Mail.parse(id, Files.readAllBytes(file));
      parsed.put(id, mail);
      return Optional.of(mail);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
