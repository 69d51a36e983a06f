package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The sandbox's memory on disk: one JSON record a line, only ever appended to. A record is handed
 * to the operating system before the answer leaves, so killing the process loses nothing that was
 * answered; a line cut short by the kill is cut off at the next start, as if it had never been
 * asked for.
 */
final class Journal implements AutoCloseable {
  private final Path file;
  private FileChannel channel;
  private long lines;

  private Journal(Path file) {
    this.file = file;
  }

  /**
   * Opens the folder's journal and hands every record of it to {@code replay}, oldest first.
   *
   * @throws DamagedJournal if something in it is no record that we wrote
   */
  static Journal open(Path folder, Consumer<JsonObject> replay) {
    Journal journal = new Journal(folder.resolve("stripe.jsonl"));
    try {
      Files.createDirectories(folder);
      journal.append();
      journal.replay(replay);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + journal.file, e);
    }
    return journal;
  }

  /** Opens the file at its end, and lets no other sandbox in. */
  private void append() throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!lock(channel)) {
      channel.close();
      throw new IllegalStateException("another Stripe sandbox is using " + file);
    }
    channel.position(channel.size());
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // held in this very process
    }
  }

  private void replay(Consumer<JsonObject> replay) throws IOException {
    long good = 0;
    // a reader that replaces malformed bytes: only the last line can have any
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        long end = good + line.getBytes(StandardCharsets.UTF_8).length + 1;
        JsonObject record = parse(line);
        if (record == null || end > channel.size()) {
          if (reader.readLine() != null) {
            throw new DamagedJournal(file, good, null);
          }
          break; // it was being written when we were killed
        }
        try {
          replay.accept(record);
        } catch (RuntimeException e) {
          throw new DamagedJournal(file, good, e);
        }
        good = end;
        lines++;
      }
    }
    channel.truncate(good);
  }

  private static JsonObject parse(String line) {
    try {
      return Json.parse(line);
    } catch (JsonParseException | IllegalStateException e) {
      return null;
    }
  }

  /** Appends one record; when that fails, nothing of it is left behind. */
  void write(JsonObject record) {
    long before = -1;
    try {
      before = channel.position();
      ByteBuffer bytes =
          ByteBuffer.wrap((Json.write(record) + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      lines++;
    } catch (IOException e) {
      undo(before);
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private void undo(long before) {
    try {
      if (before >= 0) {
        channel.truncate(before);
      }
    } catch (IOException e) {
      System.getLogger(Journal.class.getName())
          .log(System.Logger.Level.WARNING, "a half-written record is left in " + file, e);
    }
  }

  long lines() {
    return lines;
  }

  /** Replaces the journal by these records, all or nothing. */
  void rewrite(Stream<JsonObject> records) {
    Path fresh = file.resolveSibling("stripe.jsonl.new");
    lines = 0;
    try {
      try (var writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        for (JsonObject record : (Iterable<JsonObject>) records::iterator) {
          writer.write(Json.write(record));
          writer.write('\n');
          lines++;
        }
      }
      channel.close();
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      append();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot rewrite " + file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
