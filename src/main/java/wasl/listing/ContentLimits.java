package wasl.listing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wasl.money.Money;
import wasl.shared.Lang;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.shared.WebLinks;

/**
 * What may be kept at all, complete or not: texts are made plain and have a longest length, lists a
 * most, numbers a range that no honest plan leaves. Empty rows are dropped.
 */
public final class ContentLimits {

  public static final int NAME = 120;
  public static final int TITLE = 100;
  public static final int SUMMARY = 300;
  public static final int STORY = 20_000;
  public static final int SENTENCE = 200;
  public static final int PARAGRAPH = 1_000;

  /** Six A4 pages of about 3 000 characters: the longest that a key information sheet may be. */
  public static final int SHEET = 18_000;

  /** Of one amount, in minor units; with the most of a line's quantity and lines it fits a long. */
  public static final long MOST_MINOR = 1_000_000_000_000L;

  /** Of one budget line. */
  public static final int MOST_QUANTITY = 100_000;

  /** Budget lines. */
  public static final int LINES = 60;

  /** Risks, and skills wanted. */
  public static final int ROWS = 12;

  /** How many months may lie between two instalments: what the form offers. */
  public static final List<Integer> INTERVALS = List.of(1, 2, 3, 6, 12);

  private static final int MOST_PEOPLE = 100_000;
  private static final int MOST_MONTHS = 240;

  private ContentLimits() {}

  /** The content as it may be kept. */
  static ListingContent.Part check(ListingContent.Part part) {
    Checker check = new Checker(part.section());
    if (part instanceof Business.Details details) {
      return check.business(details);
    } else if (part instanceof ListingContent.Words words) {
      return check.words(words);
    } else if (part instanceof ListingContent.Plan plan) {
      return check.plan(plan);
    } else if (part instanceof ListingContent.Milestones milestones) {
      return check.milestones(milestones);
    } else if (part instanceof ListingContent.Risks risks) {
      return check.risks(risks);
    } else if (part instanceof ListingContent.Terms terms) {
      return check.terms(terms);
    }
    return new ListingContent.Files(check.video(((ListingContent.Files) part).video()));
  }

  private record Checker(Section section) {

    /** What stands in letters, cards and pictures carries no addresses. */
    String unlinked(String typed, int most) {
      String text = line(typed, most);
      if (WebLinks.in(text)) {
        throw new Refused(new ListingRefused.LinkInText(section));
      }
      return text;
    }

    Business.Details business(Business.Details typed) {
      return new Business.Details(
          unlinked(typed.name(), NAME),
          typed.legalForm(),
          line(typed.registrationNumber(), 60),
          typed.governorate(),
          typed.district(),
          typed.sector(),
          range(typed.foundedYear(), 1800, 2200),
          range(typed.employees(), 0, MOST_PEOPLE),
          typed.womenOwned(),
          typed.returneeOwned(),
          typed.idpOwned());
    }

    ListingContent.Words words(ListingContent.Words typed) {
      Map<Lang, ListingContent.Text> texts = new EnumMap<>(Lang.class);
      typed
          .texts()
          .forEach(
              (lang, text) -> {
                ListingContent.Text plain =
                    new ListingContent.Text(
                        unlinked(text.title(), TITLE),
                        unlinked(text.summary(), SUMMARY),
                        lines(text.story(), STORY));
                if (!plain.isEmpty() || lang == typed.original()) {
                  texts.put(lang, plain);
                }
              });
      return new ListingContent.Words(typed.original(), texts);
    }

    ListingContent.Plan plan(ListingContent.Plan typed) {
      List<ListingContent.BudgetLine> lines = new ArrayList<>();
      for (ListingContent.BudgetLine line : atMost(typed.lines(), LINES)) {
        String what = line(line.what(), SENTENCE);
        range(line.quantity(), 1, MOST_QUANTITY);
        amount(line.unitCost());
        if (what != null || line.unitCost() != null) {
          lines.add(
              ListingContent.BudgetLine.typed(
                  what, line.quantity(), line.unitCost(), line.required()));
        }
      }
      return new ListingContent.Plan(
          typed.model(),
          typed.currency(),
          amount(typed.goal()),
          amount(typed.minimum()),
          amount(typed.cap()),
          lines(typed.capPurpose(), PARAGRAPH),
          range(typed.campaignDays(), 1, 1_000),
          lines);
    }

    ListingContent.Milestones milestones(ListingContent.Milestones typed) {
      List<ListingContent.Milestone> kept = new ArrayList<>();
      for (ListingContent.Milestone each : typed.list()) {
        ListingContent.Milestone plain =
            new ListingContent.Milestone(
                line(each.title(), SENTENCE),
                range(each.basisPoints(), 0, 10_000),
                each.dueOn(),
                lines(each.evidence(), PARAGRAPH));
        if (!plain.equals(new ListingContent.Milestone(null, null, null, null))) {
          kept.add(plain);
        }
      }
      return new ListingContent.Milestones(atMost(kept, ListingContent.Milestones.MOST));
    }

    ListingContent.Risks risks(ListingContent.Risks typed) {
      List<ListingContent.Risk> kept = new ArrayList<>();
      for (ListingContent.Risk each : typed.list()) {
        ListingContent.Risk plain =
            new ListingContent.Risk(lines(each.what(), PARAGRAPH), lines(each.answer(), PARAGRAPH));
        if (plain.what() != null || plain.answer() != null) {
          kept.add(plain);
        }
      }
      List<String> skills =
          typed.skills().stream()
              .map(s -> line(s, 60))
              .filter(Objects::nonNull)
              .distinct()
              .toList();
      return new ListingContent.Risks(
          atMost(kept, ROWS),
          range(typed.jobsCreated(), 0, MOST_PEOPLE),
          range(typed.jobsKept(), 0, MOST_PEOPLE),
          atMost(skills, ROWS));
    }

    ListingContent.Terms terms(ListingContent.Terms typed) {
      return new ListingContent.Terms(
          range(typed.graceMonths(), 0, MOST_MONTHS),
          range(typed.instalments(), 1, MOST_MONTHS),
          interval(typed.intervalMonths()),
          range(typed.investorShare(), 1, 10_000),
          range(typed.termMonths(), 1, MOST_MONTHS),
          lines(typed.keyInformation(), SHEET));
    }

    private Integer interval(Integer months) {
      if (months != null && !INTERVALS.contains(months)) {
        throw new Refused(new ListingRefused.OutOfRange(section));
      }
      return months;
    }

    String video(String typed) {
      String link = line(typed, 300);
      if (link == null) {
        return null;
      }
      try {
        URI uri = new URI(link);
        if ("https".equalsIgnoreCase(uri.getScheme())
            && uri.getHost() != null
            && uri.getUserInfo() == null) {
          return uri.toASCIIString();
        }
      } catch (URISyntaxException malformed) {
        // said below
      }
      throw new Refused(new ListingRefused.VideoLink());
    }

    private String line(String typed, int most) {
      return length(PlainText.line(typed), most);
    }

    private String lines(String typed, int most) {
      return length(PlainText.lines(typed), most);
    }

    private String length(String text, int most) {
      if (text != null && text.codePointCount(0, text.length()) > most) {
        throw new Refused(new ListingRefused.TextTooLong(section, most));
      }
      return text;
    }

    private <T> List<T> atMost(List<T> rows, int most) {
      if (rows.size() > most) {
        throw new Refused(new ListingRefused.TooMany(section, most));
      }
      return List.copyOf(rows);
    }

    private Integer range(Integer number, int least, int most) {
      if (number != null && (number < least || number > most)) {
        throw new Refused(new ListingRefused.OutOfRange(section));
      }
      return number;
    }

    private Money amount(Money money) {
      if (money != null && (!money.isPositive() || money.amountMinor() > MOST_MINOR)) {
        throw new Refused(new ListingRefused.OutOfRange(section));
      }
      return money;
    }
  }
}
