package wasl.vetting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wasl.party.Actor;
import wasl.party.CurrentActor;
import wasl.party.Institution;
import wasl.party.Institutions;
import wasl.party.Permission;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Texts;
import wasl.vetting.CaseRow;
import wasl.vetting.VettingQueries;
import wasl.vetting.VettingQueries.QueueFilter;

/** {@code /desk}: the queue of the reader's institution; of all for an auditor. */
@Named
@RequestScoped
public class DeskPage {
  private static final int SIZE = 20;
  private static final List<QueueFilter> PARTS =
      List.of(
          QueueFilter.OPEN,
          QueueFilter.NEW,
          QueueFilter.REVIEW,
          QueueFilter.CONFIRM,
          QueueFilter.OVERDUE,
          QueueFilter.DECIDED);

  @Inject private VettingQueries queries;
  @Inject private Institutions institutions;
  @Inject private CurrentActor actor;
  @Inject private Clock clock;
  @Inject private HttpServletRequest request;

  private Page<CaseRow> rows;
  private Map<QueueFilter, Long> counts;

  /** A part of the queue as a tab. */
  public record Part(QueueFilter filter, long count, boolean here) {}

  /** Refuses whoever may not read cases. */
  public void load() {
    actor.get().require(Permission.READ_CASES);
  }

  /** The part that is shown. */
  public QueueFilter getPart() {
    String wanted = request.getParameter("part");
    return PARTS.stream()
        .filter(part -> part.name().equals(wanted))
        .findFirst()
        .orElse(QueueFilter.OPEN);
  }

  public List<Part> getParts() {
    if (counts == null) {
      counts = queries.counts(actor.get(), clock.instant());
    }
    return PARTS.stream().map(part -> new Part(part, counts.get(part), part == getPart())).toList();
  }

  /** The page of rows, counted from 1 in the address. */
  public Page<CaseRow> getRows() {
    if (rows == null) {
      rows =
          queries.queue(actor.get(), getPart(), new Page.Wish(number() - 1, SIZE), clock.instant());
    }
    return rows;
  }

  private int number() {
    String page = request.getParameter("page");
    return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
  }

  /** What leads from one page to the next. */
  public String getParams() {
    return "part=" + getPart();
  }

  /** Whose cases they are. */
  public String getTitle() {
    Texts texts = Texts.in(lang());
    return institution()
        .map(own -> texts.of("vetting.desk.title", "institution", own.name(lang())))
        .orElseGet(() -> texts.get("vetting.desk.all"));
  }

  /** Whether cases of several institutions stand here. */
  public boolean isSeveral() {
    return institution().isEmpty();
  }

  /** The median of the institution's days, or null. */
  public Integer getMedian() {
    return institution().flatMap(own -> queries.medianDays(own.id(), clock.instant())).orElse(null);
  }

  /** A case's due words. */
  public String due(CaseRow row) {
    Texts texts = Texts.in(lang());
    if (row.daysOver() != null) {
      return texts.of("vetting.overdue", "n", row.daysOver());
    }
    return row.daysLeft() == null ? "" : texts.of("vetting.due", "n", row.daysLeft());
  }

  /** The tone of the due words. */
  public String tone(CaseRow row) {
    if (row.daysOver() != null) {
      return "is-stop";
    }
    return row.daysLeft() != null && row.daysLeft() <= 1 ? "is-warn" : "is-quiet";
  }

  /** A case's title in the reader's language. */
  public String title(CaseRow row) {
    return row.listing().title(lang());
  }

  /** The language of that title. */
  public Lang titleLang(CaseRow row) {
    return row.listing().titleLang(lang());
  }

  private Optional<Institution> institution() {
    Actor reader = actor.get();
    boolean own = reader.may(Permission.REVIEW) && reader.institution() != null;
    return own ? Optional.of(institutions.get(reader.institution())) : Optional.empty();
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }
}
