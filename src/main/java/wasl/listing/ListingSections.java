package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.Sql;

/**
 * The rows behind the sections of a listing. A section is always written whole: its rows are values
 * without an identity of their own. Whoever writes holds the listing's lock.
 *
 * <p>Longer than others because each section's reading and writing stand side by side.
 */
@ApplicationScoped
public class ListingSections {

  @Inject private Sql sql;
  @Inject private Businesses businesses;

  /** Everything that the owner wrote. */
  public ListingContent load(Listing listing) {
    Extras extras = extras(listing.id());
    return new ListingContent(
        businesses.get(listing.business()).details(),
        words(listing.id()),
        plan(listing, extras.capPurpose()),
        new ListingContent.Milestones(milestones(listing.id())),
        new ListingContent.Risks(
            risks(listing.id()), extras.jobsCreated(), extras.jobsKept(), extras.skills()),
        extras.terms(),
        new ListingContent.Files(extras.video()),
        versions(listing.id()));
  }

  /**
   * Whether the save that came after the one which the writer saw wrote this very content: then it
   * was the same form, sent twice.
   *
   * @param seen the version that the writer had before the eyes
   */
  boolean savedAlready(Listing listing, ListingContent.Part part, int seen) {
    return version(listing.id(), part.section()) == seen + 1L
        && load(listing).part(part.section()).equals(part);
  }

  /**
   * Counts a save of a section.
   *
   * @param seen the version that the writer had before the eyes
   * @throws Refused {@link ListingRefused.EditConflict} where it was saved since
   */
  void count(ListingId id, Section section, int seen, Instant now) {
    if (version(id, section) != seen) {
      throw new Refused(new ListingRefused.EditConflict(section));
    }
    sql.change(
        "INSERT INTO listing_section (listing_id, section, version, saved_at) VALUES (?, ?, 1, ?)"
            + " ON DUPLICATE KEY UPDATE version = version + 1, saved_at = ?",
        id.value(),
        section,
        now,
        now);
  }

  private long version(ListingId id, Section section) {
    return sql.number(
        "SELECT version FROM listing_section WHERE listing_id = ? AND section = ?",
        id.value(),
        section);
  }

  /**
   * Takes an id for a new listing: whoever takes the same at the same time waits until this
   * transaction has ended.
   */
  void take(ListingId id) {
    sql.change("INSERT IGNORE INTO listing_extras (listing_id) VALUES (?)", id.value());
  }

  /** How often each section has been saved. */
  public Map<Section, Integer> versions(ListingId id) {
    Map<Section, Integer> versions = new EnumMap<>(Section.class);
    sql.list(
        "SELECT section, version FROM listing_section WHERE listing_id = ?",
        row -> versions.put(Section.valueOf(row.getString("section")), row.getInt("version")),
        id.value());
    return versions;
  }

  void write(ListingId id, ListingContent.Words words) {
    sql.change("DELETE FROM listing_words WHERE listing_id = ?", id.value());
    words
        .texts()
        .forEach(
            (lang, text) ->
                sql.change(
                    "INSERT INTO listing_words (listing_id, lang, original, title, summary, story)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                    id.value(),
                    lang,
                    lang == words.original(),
                    text.title(),
                    text.summary(),
                    text.story()));
  }

  private ListingContent.Words words(ListingId id) {
    Map<Lang, ListingContent.Text> texts = new EnumMap<>(Lang.class);
    Lang[] original = new Lang[1];
    sql.list(
        "SELECT lang, original, title, summary, story FROM listing_words WHERE listing_id = ?",
        row -> {
          Lang lang = Lang.valueOf(row.getString("lang"));
          if (row.getBoolean("original")) {
            original[0] = lang;
          }
          return texts.put(
              lang,
              new ListingContent.Text(
                  row.getString("title"), row.getString("summary"), row.getString("story")));
        },
        id.value());
    return new ListingContent.Words(original[0], texts);
  }

  void write(ListingId id, ListingContent.Plan plan) {
    writeExtras(id, "cap_purpose = ?", plan.capPurpose());
    sql.change("DELETE FROM listing_budget_line WHERE listing_id = ?", id.value());
    int position = 0;
    for (ListingContent.BudgetLine line : plan.lines()) {
      sql.change(
          "INSERT INTO listing_budget_line (listing_id, position, what, quantity, unit_minor,"
              + " unit_currency, required, total_minor, rate, rate_day)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          id.value(),
          ++position,
          line.what(),
          line.quantity(),
          line.unitCost() == null ? null : line.unitCost().amountMinor(),
          line.unitCost() == null ? null : line.unitCost().currency(),
          line.required(),
          line.total() == null ? null : line.total().amountMinor(),
          line.rate(),
          line.rateDay());
    }
  }

  private ListingContent.Plan plan(Listing listing, String capPurpose) {
    List<ListingContent.BudgetLine> lines =
        sql.list(
            "SELECT what, quantity, unit_minor, unit_currency, required, total_minor, rate,"
                + " rate_day FROM listing_budget_line WHERE listing_id = ? ORDER BY position",
            row -> budgetLine(row, listing.currency()),
            listing.id().value());
    return new ListingContent.Plan(
        listing.model(),
        listing.currency(),
        listing.goal(),
        listing.minimumViable(),
        listing.typedCap(),
        capPurpose,
        listing.campaignDays(),
        lines);
  }

  private static ListingContent.BudgetLine budgetLine(ResultSet row, Currency currency)
      throws SQLException {
    Currency unit = ListingQueries.constant(Currency.class, row.getString("unit_currency"));
    Money unitCost = ListingQueries.money(row, "unit_minor", unit);
    return new ListingContent.BudgetLine(
        row.getString("what"),
        row.getObject("quantity", Integer.class),
        unitCost,
        row.getBoolean("required"),
        ListingQueries.money(row, "total_minor", currency),
        row.getBigDecimal("rate"),
        Sql.day(row, "rate_day"));
  }

  void write(ListingId id, ListingContent.Milestones milestones) {
    sql.change("DELETE FROM listing_milestone WHERE listing_id = ?", id.value());
    int position = 0;
    for (ListingContent.Milestone milestone : milestones.list()) {
      sql.change(
          "INSERT INTO listing_milestone (listing_id, position, title, basis_points, due_on,"
              + " evidence) VALUES (?, ?, ?, ?, ?, ?)",
          id.value(),
          ++position,
          milestone.title(),
          milestone.basisPoints(),
          milestone.dueOn(),
          milestone.evidence());
    }
  }

  private List<ListingContent.Milestone> milestones(ListingId id) {
    return sql.list(
        "SELECT title, basis_points, due_on, evidence FROM listing_milestone WHERE listing_id = ?"
            + " ORDER BY position",
        row ->
            new ListingContent.Milestone(
                row.getString("title"),
                row.getObject("basis_points", Integer.class),
                Sql.day(row, "due_on"),
                row.getString("evidence")),
        id.value());
  }

  void write(ListingId id, ListingContent.Risks risks) {
    writeExtras(
        id,
        "jobs_created = ?, jobs_kept = ?, skills = ?",
        risks.jobsCreated(),
        risks.jobsKept(),
        String.join("\n", risks.skills()));
    sql.change("DELETE FROM listing_risk WHERE listing_id = ?", id.value());
    int position = 0;
    for (ListingContent.Risk risk : risks.list()) {
      sql.change(
          "INSERT INTO listing_risk (listing_id, position, what, answer) VALUES (?, ?, ?, ?)",
          id.value(),
          ++position,
          risk.what(),
          risk.answer());
    }
  }

  private List<ListingContent.Risk> risks(ListingId id) {
    return sql.list(
        "SELECT what, answer FROM listing_risk WHERE listing_id = ? ORDER BY position",
        row -> new ListingContent.Risk(row.getString("what"), row.getString("answer")),
        id.value());
  }

  void write(ListingId id, ListingContent.Terms terms) {
    writeExtras(
        id,
        "grace_months = ?, instalments = ?, interval_months = ?, investor_share = ?,"
            + " term_months = ?, key_information = ?",
        terms.graceMonths(),
        terms.instalments(),
        terms.intervalMonths(),
        terms.investorShare(),
        terms.termMonths(),
        terms.keyInformation());
  }

  void write(ListingId id, ListingContent.Files files) {
    writeExtras(id, "video = ?", files.video());
  }

  private void writeExtras(ListingId id, String columns, Object... values) {
    take(id);
    Object[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = id.value();
    sql.change("UPDATE listing_extras SET " + columns + " WHERE listing_id = ?", all);
  }

  private Extras extras(ListingId id) {
    return sql.one(
            "SELECT cap_purpose, jobs_created, jobs_kept, skills, grace_months, instalments,"
                + " interval_months, investor_share, term_months, key_information, video"
                + " FROM listing_extras WHERE listing_id = ?",
            ListingSections::readExtras,
            id.value())
        .orElse(new Extras(null, null, null, List.of(), ListingContent.Terms.NONE, null));
  }

  private static Extras readExtras(ResultSet row) throws SQLException {
    String skills = row.getString("skills");
    return new Extras(
        row.getString("cap_purpose"),
        row.getObject("jobs_created", Integer.class),
        row.getObject("jobs_kept", Integer.class),
        skills == null || skills.isEmpty() ? List.of() : List.of(skills.split("\n")),
        new ListingContent.Terms(
            row.getObject("grace_months", Integer.class),
            row.getObject("instalments", Integer.class),
            row.getObject("interval_months", Integer.class),
            row.getObject("investor_share", Integer.class),
            row.getObject("term_months", Integer.class),
            row.getString("key_information")),
        row.getString("video"));
  }

  /** What stands once for a listing beside its own row. */
  private record Extras(
      String capPurpose,
      Integer jobsCreated,
      Integer jobsKept,
      List<String> skills,
      ListingContent.Terms terms,
      String video) {}
}
