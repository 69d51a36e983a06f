package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import wasl.party.PartyId;
import wasl.shared.Ids;
import wasl.shared.Seal;

/**
 * Links that stop a kind of mail without signing in (RFC 8058). What they stop is sealed in the
 * link itself, as the outbox seals secrets: it can be neither read, changed nor guessed, nothing
 * has to be kept for it, and it works as long as the key, or the one before it, is known.
 */
@ApplicationScoped
public class StopLinks {

  private static final String FOLLOW = "stop follow ";
  private static final String KIND = "stop kind ";

  @Inject private Seal seal;

  /** What a link stops. */
  public sealed interface Stopped {}

  /** Mails because of one thing that somebody follows. */
  public record OfFollow(long follow) implements Stopped {}

  /** A kind of mail to somebody. */
  public record OfKind(PartyId reader, NoticeKind kind) implements Stopped {}

  /** The path of a letter's link, without language; nothing for mails that always come. */
  Optional<String> path(Letter letter) {
    if (letter.follow() != null) {
      return Optional.of(path(FOLLOW + Ids.text(letter.follow())));
    }
    return letter.to().party() != null && letter.kind().switchable()
        ? Optional.of(path(KIND + letter.to().party() + " " + letter.kind()))
        : Optional.empty();
  }

  private String path(String what) {
    return "/stop/" + seal.token(what);
  }

  /** What the link with this token stops; nothing for a token that is not ours. */
  public Optional<Stopped> open(String token) {
    return token == null ? Optional.empty() : seal.opened(token).flatMap(StopLinks::parse);
  }

  private static Optional<Stopped> parse(String what) {
    if (what.startsWith(FOLLOW)) {
      return Ids.parse(what.substring(FOLLOW.length())).map(OfFollow::new);
    }
    String[] parts = what.startsWith(KIND) ? what.substring(KIND.length()).split(" ") : null;
    return parts == null || parts.length != 2
        ? Optional.empty()
        : PartyId.parse(parts[0]).map(reader -> new OfKind(reader, NoticeKind.valueOf(parts[1])));
  }
}
