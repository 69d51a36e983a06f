package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingEvent;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.shared.Ids;
import wasl.shared.Page;
import wasl.shared.Sql;

/**
 * What ended campaigns still have to do with their pledges. The row is written with the listing's
 * change itself, so that no crash can lose it.
 */
@ApplicationScoped
public class PledgeRuns {

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** What a run does. */
  public enum Kind {
    /** Firm pledges are charged, what is not firm is let go. */
    CHARGE,
    /** All pledges that were not charged are let go. */
    RELEASE
  }

  /**
   * A run.
   *
   * @param paused while the listing is suspended
   * @param doneAt when no pledge was left; null before
   */
  public record Run(
      long id, ListingId listing, Kind kind, boolean paused, Instant startedAt, Instant doneAt) {

    /** The 13 characters of its id. */
    public String number() {
      return Ids.text(id);
    }

    /** {@code PAUSED}, {@code DONE} or {@code RUNNING}. */
    public String progress() {
      if (doneAt != null) {
        return "DONE";
      }
      return paused ? "PAUSED" : "RUNNING";
    }
  }

  void on(@Observes ListingEvent.CollectingStarted event) {
    start(event.listing(), Kind.CHARGE);
  }

  void on(@Observes ListingEvent.ListingUnfunded event) {
    start(event.listing(), Kind.RELEASE);
  }

  void on(@Observes ListingEvent.ListingWithdrawn event) {
    if (event.from().published()) {
      start(event.listing(), Kind.RELEASE);
    }
  }

  void on(@Observes ListingEvent.ListingStopped event) {
    if (event.from() != ListingState.SCHEDULED) {
      finish(event.listing());
      start(event.listing(), Kind.RELEASE);
    }
  }

  void on(@Observes ListingEvent.ListingSuspended event) {
    pause(event.listing(), true);
  }

  void on(@Observes ListingEvent.ListingResumed event) {
    pause(event.listing(), false);
  }

  private void start(ListingId listing, Kind kind) {
    sql.change(
        "INSERT INTO pledge_run (id, listing, kind, paused, started_at)"
            + " VALUES (?, ?, ?, FALSE, ?)",
        Ids.next(),
        listing.value(),
        kind,
        clock.instant());
  }

  private void pause(ListingId listing, boolean paused) {
    sql.change(
        "UPDATE pledge_run SET paused = ? WHERE listing = ? AND done_at IS NULL",
        paused,
        listing.value());
  }

  private void finish(ListingId listing) {
    sql.change(
        "UPDATE pledge_run SET done_at = ? WHERE listing = ? AND done_at IS NULL",
        clock.instant(),
        listing.value());
  }

  /** Runs that have something to do now, the oldest first. */
  List<Run> open(int most) {
    return sql.list(
        "SELECT * FROM pledge_run WHERE done_at IS NULL AND NOT paused ORDER BY id LIMIT ?",
        PledgeRuns::read,
        most);
  }

  /** No pledge is left for this run. */
  void done(Run run, Instant now) {
    sql.change("UPDATE pledge_run SET done_at = ? WHERE id = ?", now, run.id());
  }

  /** All runs, newest first. */
  public Page<Run> all(Page.Wish wish) {
    return new Page<>(
        sql.list(
            "SELECT * FROM pledge_run ORDER BY id DESC LIMIT ? OFFSET ?",
            PledgeRuns::read,
            wish.size(),
            wish.offset()),
        wish.page(),
        wish.size(),
        sql.number("SELECT COUNT(*) FROM pledge_run"));
  }

  /** One run. */
  public Optional<Run> find(long id) {
    return sql.one("SELECT * FROM pledge_run WHERE id = ?", PledgeRuns::read, id);
  }

  private static Run read(ResultSet row) throws SQLException {
    return new Run(
        row.getLong("id"),
        new ListingId(row.getLong("listing")),
        Kind.valueOf(row.getString("kind")),
        row.getBoolean("paused"),
        Sql.instant(row, "started_at"),
        Sql.instant(row, "done_at"));
  }
}
