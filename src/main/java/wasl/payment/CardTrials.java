package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import wasl.party.PartyId;
import wasl.pledge.PledgeId;
import wasl.shared.Ids;
import wasl.shared.Sql;

/** Tries with cards in the database; each statement stands for itself and needs no transaction. */
@ApplicationScoped
public class CardTrials {

  @Inject private Sql sql;

  /** What was tried. */
  enum Kind {
    /** Somebody went to the gateway's page. */
    VISIT,
    /** A card is being charged while its holder is there; counts as declined until known. */
    PAYING,
    /** Saved at the gateway; whether we take it is not decided yet. */
    ASKED,
    SAVED,
    /** Saved at the gateway, and not taken by us. */
    REFUSED,
    DECLINED
  }

  /**
   * One try.
   *
   * @param address the hash of the address it came from; null where that is not known
   * @param fingerprint the gateway's for the card; null where it is not known
   * @param source what told of it, so that it counts once
   */
  record Trial(
      Kind kind,
      PartyId party,
      PledgeId pledge,
      String address,
      String fingerprint,
      String source) {}

  /**
   * Keeps a try.
   *
   * @return whether it was new
   */
  boolean add(Trial trial, Instant now) {
    return sql.change(
            "INSERT IGNORE INTO payment_card_trial (id, kind, party, pledge, address, fingerprint,"
                + " source, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            Ids.next(),
            trial.kind(),
            trial.party().value(),
            trial.pledge().value(),
            trial.address(),
            trial.fingerprint(),
            trial.source(),
            now)
        == 1;
  }

  Optional<Kind> kind(String source) {
    return sql.one(
        "SELECT kind FROM payment_card_trial WHERE source = ?",
        row -> Kind.valueOf(row.getString(1)),
        source);
  }

  /** Decides about one that was asked; whoever comes second changes nothing. */
  void decide(String source, boolean taken) {
    sql.change(
        "UPDATE payment_card_trial SET kind = ? WHERE source = ? AND kind = ?",
        taken ? Kind.SAVED : Kind.REFUSED,
        source,
        Kind.ASKED);
  }

  void forget(String source) {
    sql.change("DELETE FROM payment_card_trial WHERE source = ?", source);
  }

  /** From where the holder of a pledge went to the gateway last; nothing where that is unknown. */
  Optional<String> addressOf(PledgeId pledge) {
    return sql.one(
        "SELECT address FROM payment_card_trial WHERE pledge = ? AND address IS NOT NULL"
            + " ORDER BY id DESC LIMIT 1",
        row -> row.getString(1),
        pledge.value());
  }

  /** Whether the last card that was saved for a pledge was not taken. */
  boolean lastRefused(PledgeId pledge) {
    return sql.one(
            "SELECT kind FROM payment_card_trial WHERE pledge = ? AND kind IN ('SAVED', 'REFUSED')"
                + " ORDER BY id DESC LIMIT 1",
            row -> row.getString(1),
            pledge.value())
        .filter("REFUSED"::equals)
        .isPresent();
  }

  /**
   * Until when a limit is used up.
   *
   * @param most how much is heard
   * @param subject account, address or card
   * @return nothing where it is not
   */
  Optional<Instant> usedUpUntil(CardLimit limit, int most, Object subject, Instant now) {
    String counted = limit.counted.column;
    return sql.one(
            "SELECT MAX(at) AS latest FROM payment_card_trial WHERE "
                + limit.subject.column
                + " = ? AND at > ? AND kind IN ("
                + limit.counted.kinds
                + ") AND "
                + counted
                + " IS NOT NULL GROUP BY "
                + counted
                + " ORDER BY latest DESC LIMIT 1 OFFSET "
                + (most - 1),
            CardTrials::latest,
            subject,
            now.minus(limit.per))
        .map(latest -> latest.plus(limit.per));
  }

  private static Instant latest(java.sql.ResultSet row) throws SQLException {
    return Sql.instant(row, "latest");
  }

  /** Forgets what no limit looks back at any more, a portion at a time. */
  int purge(Instant until) {
    return sql.change("DELETE FROM payment_card_trial WHERE at < ? LIMIT 1000", until);
  }
}
