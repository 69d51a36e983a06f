package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wasl.listing.FundingModel;
import wasl.listing.Section;
import wasl.party.PartyId;
import wasl.shared.Lang;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** The checklists, their answers in a case, and the scores. */
@ApplicationScoped
public class Checklists {
  /** The characters that fit into the remark beside an answer. */
  public static final int MOST_REMARK = 1_000;

  @Inject private Sql sql;

  /**
   * An answer as it stands.
   *
   * @param answer null where the item is open, also after its section was changed
   * @param former what was answered before the section was changed; null otherwise
   */
  public record Given(Answer answer, Answer former, String remark) {
    static final Given NOTHING = new Given(null, null, null);

    /** What a reviewer has filled in. */
    public static Given of(Answer answer, String remark) {
      return new Given(answer, null, PlainText.lines(remark));
    }
  }

  /** The newest version for a funding model. */
  long newest(FundingModel model) {
    return sql.number(
        "SELECT id FROM vetting_checklist WHERE model = ? ORDER BY version DESC LIMIT 1", model);
  }

  /** The number of a checklist's version. */
  public int version(long checklist) {
    return (int) sql.number("SELECT version FROM vetting_checklist WHERE id = ?", checklist);
  }

  /** The items of a version in their order. */
  public List<ChecklistItem> items(long checklist) {
    return sql.list(
        "SELECT id, code, section, text_ar, text_ckb, text_en FROM vetting_checklist_item"
            + " WHERE checklist_id = ? ORDER BY position",
        row -> {
          Map<Lang, String> texts = new EnumMap<>(Lang.class);
          for (Lang lang : Lang.values()) {
            texts.put(lang, row.getString("text_" + lang.code()));
          }
          return new ChecklistItem(
              row.getLong("id"),
              row.getString("code"),
              Section.valueOf(row.getString("section")),
              texts);
        },
        checklist);
  }

  /** What has been answered in a case, by item. */
  public Map<Long, Given> answers(CaseId file) {
    Map<Long, Given> all = new LinkedHashMap<>();
    sql.list(
        "SELECT item_id, answer, former, remark FROM vetting_answer WHERE case_id = ?",
        row ->
            all.put(
                row.getLong("item_id"),
                new Given(
                    answer(row.getString("answer")),
                    answer(row.getString("former")),
                    row.getString("remark"))),
        file.value());
    return all;
  }

  private static Answer answer(String name) {
    return name == null ? null : Answer.valueOf(name);
  }

  /** The scores given in a case. */
  public Map<Criterion, Integer> scores(CaseId file) {
    Map<Criterion, Integer> all = new EnumMap<>(Criterion.class);
    sql.list(
        "SELECT criterion, score FROM vetting_score WHERE case_id = ?",
        row -> all.put(Criterion.valueOf(row.getString("criterion")), row.getInt("score")),
        file.value());
    return all;
  }

  /** Keeps answers; only those that differ from what is kept are written. */
  void answer(Case file, Map<Long, Given> given, PartyId by, Instant now) {
    List<Long> known = items(file.checklist()).stream().map(ChecklistItem::id).toList();
    Map<Long, Given> before = answers(file.id());
    given.forEach(
        (item, filled) -> {
          if (!known.contains(item)) {
            throw new Refused(new VettingRefused.UnknownItem());
          }
          if (filled.remark() != null && filled.remark().length() > MOST_REMARK) {
            throw new Refused(new VettingRefused.TextTooLong(MOST_REMARK));
          }
          Given was = before.getOrDefault(item, Given.NOTHING);
          if (was.answer() != filled.answer() || !Objects.equals(was.remark(), filled.remark())) {
            keep(file.id(), item, filled, by, now);
          }
        });
  }

  private void keep(CaseId file, long item, Given given, PartyId by, Instant now) {
    int changed =
        sql.change(
            "UPDATE vetting_answer SET answer = ?, remark = ?, reviewer_id = ?, answered_at = ?"
                + " WHERE case_id = ? AND item_id = ?",
            given.answer(),
            given.remark(),
            by.value(),
            now,
            file.value(),
            item);
    if (changed == 0) {
      sql.change(
          "INSERT INTO vetting_answer (answer, remark, reviewer_id, answered_at, case_id, item_id)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          given.answer(),
          given.remark(),
          by.value(),
          now,
          file.value(),
          item);
    }
  }

  /** Keeps scores from 1 to 5. */
  void score(CaseId file, Map<Criterion, Integer> given, PartyId by, Instant now) {
    given.forEach(
        (criterion, score) -> {
          if (score < 1 || score > 5) {
            throw new Refused(new VettingRefused.ScoreOutOfRange());
          }
          int changed =
              sql.change(
                  "UPDATE vetting_score SET score = ?, reviewer_id = ?, scored_at = ?"
                      + " WHERE case_id = ? AND criterion = ?",
                  score,
                  by.value(),
                  now,
                  file.value(),
                  criterion);
          if (changed == 0) {
            sql.change(
                "INSERT INTO vetting_score (score, reviewer_id, scored_at, case_id, criterion)"
                    + " VALUES (?, ?, ?, ?, ?)",
                score,
                by.value(),
                now,
                file.value(),
                criterion);
          }
        });
  }

  /** Asks again what is about changed sections; all other answers stay. */
  void reopen(CaseId file, List<Section> changed) {
    for (Section section : changed) {
      sql.change(
          "UPDATE vetting_answer SET former = COALESCE(answer, former), answer = NULL"
              + " WHERE case_id = ? AND item_id IN"
              + " (SELECT id FROM vetting_checklist_item WHERE section = ?)",
          file.value(),
          section);
    }
  }

  /**
   * Refuses while something is unanswered, a “no” has no remark, or a score is missing.
   *
   * @throws Refused {@link VettingRefused.ChecklistIncomplete}, {@link
   *     VettingRefused.RemarksMissing}, {@link VettingRefused.ScoresMissing}
   */
  void refuseIncomplete(Case file) {
    Map<Long, Given> answers = answers(file.id());
    long open =
        items(file.checklist()).stream()
            .map(item -> answers.get(item.id()))
            .filter(given -> given == null || given.answer() == null)
            .count();
    List<VettingRefused> refusals = new ArrayList<>();
    if (open > 0) {
      refusals.add(new VettingRefused.ChecklistIncomplete(open));
    }
    long bare =
        answers.values().stream()
            .filter(given -> given.answer() == Answer.NO && given.remark() == null)
            .count();
    if (bare > 0) {
      refusals.add(new VettingRefused.RemarksMissing(bare));
    }
    long unscored = Criterion.values().length - scores(file.id()).size();
    if (unscored > 0) {
      refusals.add(new VettingRefused.ScoresMissing(unscored));
    }
    if (!refusals.isEmpty()) {
      throw new Refused(refusals);
    }
  }

  /** The answer to an item of the checklist. */
  public enum Answer {
    YES,
    NO,
    NOT_APPLICABLE
  }

  /** What is scored from 1 (weak) to 5 (strong). */
  public enum Criterion {
    VIABILITY,
    EXPERIENCE,
    JOBS,
    RISKS
  }

  /**
   * One question of a checklist.
   *
   * @param code stable over versions, for programs
   * @param section the part of the listing that it is about
   * @param texts the question in each language
   */
  public record ChecklistItem(long id, String code, Section section, Map<Lang, String> texts) {}
}
