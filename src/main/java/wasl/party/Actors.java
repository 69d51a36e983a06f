package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import wasl.shared.Lang;
import wasl.shared.Secrets;
import wasl.shared.Sql;

/**
 * Who stands behind a session or a token. Each node remembers the answer for five seconds: so long
 * it may take until a changed role or password is felt on another node.
 */
@ApplicationScoped
public class Actors {

  private static final long REMEMBERED_NANOS = 5_000_000_000L;
  private static final int MOST = 20_000;
  private static final String SELECT =
      "SELECT p.id, p.name, p.roles, p.institution, p.lang FROM party p ";

  @Inject private Sql sql;

  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  /** Somebody who has signed in, and the name to greet by. */
  public record Known(Actor actor, String name) {}

  private record Remembered(Optional<Known> known, long readNanos) {}

  /** Who opened the session, unless the password was changed or the officer switched off. */
  public Optional<Known> bySession(long party, int stamp) {
    return remember(
        party + "/" + stamp,
        () ->
            sql.one(
                SELECT + "WHERE p.id = ? AND p.stamp = ? AND p.switched_off_at IS NULL",
                Actors::known,
                party,
                stamp));
  }

  /** Whose token it is, unless it expired or the password was changed since. */
  public Optional<Known> byToken(String token) {
    String hash = Secrets.sha256(token);
    return remember(
        hash,
        () ->
            sql.one(
                SELECT
                    + "JOIN party_token t ON t.party = p.id AND t.stamp = p.stamp"
                    + " WHERE t.secret_hash = ? AND t.expires_at > UTC_TIMESTAMP(6)"
                    + " AND p.switched_off_at IS NULL",
                Actors::known,
                hash));
  }

  /** Forgets what this node remembers, after somebody's roles or password changed. */
  void forget() {
    remembered.clear();
  }

  private Optional<Known> remember(String key, Supplier<Optional<Known>> read) {
    Remembered before = remembered.get(key);
    if (before != null && System.nanoTime() - before.readNanos() < REMEMBERED_NANOS) {
      return before.known();
    }
    if (remembered.size() >= MOST) {
      remembered.clear();
    }
    Optional<Known> known = read.get();
    remembered.put(key, new Remembered(known, System.nanoTime()));
    return known;
  }

  private static Known known(ResultSet row) throws SQLException {
    long institution = row.getLong("institution");
    Actor actor =
        new Actor(
            new PartyId(row.getLong("id")),
            Role.parse(row.getString("roles")),
            institution == 0 ? null : new InstitutionId(institution),
            Lang.valueOf(row.getString("lang")),
            false);
    return new Known(actor, row.getString("name"));
  }
}
