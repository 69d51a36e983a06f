package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Permission;
import wasl.party.Role;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** The questions in the database. */
@ApplicationScoped
public class Questions {
  @Inject private Sql sql;

  /**
   * Keeps a new one, unless its form was sent before.
   *
   * @return the id of the one that is kept for this form
   */
  long add(Question question, String key) {
    sql.change(
        "INSERT INTO community_question (id, request_key, listing, asker, lead_institution, lang,"
            + " text, state, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE id = id",
        question.id(),
        key,
        question.listing().value(),
        question.asker().value(),
        question.lead() == null ? null : question.lead().value(),
        question.lang(),
        question.text(),
        question.state(),
        question.askedAt());
    return sent(question.asker(), key).orElseThrow();
  }

  /** The question that came of a form, if it was sent before. */
  Optional<Long> sent(PartyId asker, String key) {
    return sql.one(
        "SELECT id FROM community_question WHERE asker = ? AND request_key = ?",
        row -> row.getLong(1),
        asker.value(),
        key);
  }

  /** One question. */
  public Optional<Question> find(long id) {
    return sql.one("SELECT * FROM community_question WHERE id = ?", Questions::read, id);
  }

  /** One question, held until the transaction ends. */
  Question lock(long id) {
    return sql.one("SELECT * FROM community_question WHERE id = ? FOR UPDATE", Questions::read, id)
        .orElseThrow(() -> new Refused(new CommunityRefused.NotFound()));
  }

  /** The moderator's step. */
  void move(Question question, QuestionAction action, Actor by, String reason, Instant now) {
    sql.change(
        "UPDATE community_question SET state = ?, moderated_by = ?, moderated_at = ?, reason = ?"
            + " WHERE id = ?",
        next(question, action),
        by.party() == null ? null : by.party().value(),
        now,
        reason,
        question.id());
  }

  /** The owner's answer. */
  void answer(Question question, String answer, Lang lang, Instant now) {
    sql.change(
        "UPDATE community_question SET state = ?, answer = ?, answer_lang = ?, answered_at = ?"
            + " WHERE id = ?",
        next(question, QuestionAction.ANSWER),
        answer,
        lang,
        now,
        question.id());
  }

  private static QuestionState next(Question question, QuestionAction action) {
    return QuestionState.LIFECYCLE
        .next(question.state(), action)
        .orElseThrow(() -> new Refused(new CommunityRefused.ChangedMeanwhile()));
  }

  /** The published questions of a listing, the newest first. */
  public Page<Question> published(ListingId listing, Page.Wish wish) {
    return page("listing = ? AND state = 'PUBLISHED'", List.of(listing.value()), wish);
  }

  /** What this person asked about a listing and the public does not see, at most five. */
  public List<Question> unseen(ListingId listing, PartyId asker) {
    return sql.list(
        "SELECT * FROM community_question WHERE listing = ? AND asker = ?"
            + " AND state <> 'PUBLISHED' ORDER BY id DESC LIMIT 5",
        Questions::read,
        listing.value(),
        asker.value());
  }

  /** What its owner can answer, unanswered ones first. */
  public Page<Question> forOwner(ListingId listing, Page.Wish wish) {
    return page(
        "listing = ? AND state <> 'HIDDEN'",
        List.of(listing.value()),
        wish,
        "answered_at IS NOT NULL, id DESC");
  }

  /** How many questions wait for the owner's answer. */
  public long unanswered(ListingId listing) {
    return sql.number(
        "SELECT COUNT(*) FROM community_question WHERE listing = ? AND state <> 'HIDDEN'"
            + " AND answered_at IS NULL",
        listing.value());
  }

  /** What waits for a moderator, the oldest first; of reviewers their institution's only. */
  public Page<Question> waiting(Actor by, Page.Wish wish) {
    by.require(Permission.READ_REPORTS);
    List<Object> arguments = new ArrayList<>();
    String where = "state = 'WAITING'" + reach(by, arguments);
    return page(where, arguments, wish, "id");
  }

  /** The condition on what a reader of the desk sees. */
  static String reach(Actor by, List<Object> arguments) {
    if (Moderators.everywhere(by) || by.roles().contains(Role.AUDITOR)) {
      return "";
    }
    arguments.add(by.institution() == null ? 0L : by.institution().value());
    return " AND lead_institution = ?";
  }

  private Page<Question> page(String where, List<Object> arguments, Page.Wish wish) {
    return page(where, arguments, wish, "id DESC");
  }

  private Page<Question> page(String where, List<Object> all, Page.Wish wish, String order) {
    long total =
        sql.number("SELECT COUNT(*) FROM community_question WHERE " + where, all.toArray());
    List<Question> items =
        total == 0
            ? List.of()
            : sql.list(
                "SELECT * FROM community_question WHERE "
                    + where
                    + " ORDER BY "
                    + order
                    + " LIMIT "
                    + wish.size()
                    + " OFFSET "
                    + wish.offset(),
                Questions::read,
                all.toArray());
    return new Page<>(items, wish.page(), wish.size(), total);
  }

  private static Question read(ResultSet row) throws SQLException {
    String answerLang = row.getString("answer_lang");
    return new Question(
        row.getLong("id"),
        new ListingId(row.getLong("listing")),
        new PartyId(row.getLong("asker")),
        Updates.institution(row),
        Lang.valueOf(row.getString("lang")),
        row.getString("text"),
        QuestionState.valueOf(row.getString("state")),
        Sql.instant(row, "asked_at"),
        row.getString("answer"),
        answerLang == null ? null : Lang.valueOf(answerLang),
        Sql.instant(row, "answered_at"),
        row.getString("reason"));
  }
}
