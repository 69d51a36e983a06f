package wasl.listing.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import wasl.listing.ListingContent;
import wasl.listing.Rates;
import wasl.money.Money;

/** The milestones as they are typed, drawn as a time line with what each of them brings. */
@Named
@RequestScoped
public class MilestonePlan {

  private static final int WHOLE = 10_000;

  @Inject private EditListingPage page;
  @Inject private MilestonesForm form;
  @Inject private Rates rates;
  @Inject private Clock clock;

  /**
   * One point of the line.
   *
   * @param from where its part of the bar begins, in basis points
   * @param share its part, 0 while unknown
   * @param amount its part of what arrives; null while unknown
   * @param dueOn null while unknown
   */
  public record Point(int no, String title, int from, int share, Money amount, LocalDate dueOn) {}

  /** What arrives of the goal; null before there is one. */
  public Money getNet() {
    ListingContent.Plan plan = page.getWhole().content().plan();
    if (plan.goal() == null || plan.model() == null) {
      return null;
    }
    return plan.goal().minus(Rates.feeOf(plan.goal(), rates.fee(plan.model(), clock.instant())));
  }

  /** The points in the order in which they are typed. */
  public List<Point> getPoints() {
    Money net = getNet();
    List<Point> points = new ArrayList<>();
    int from = 0;
    for (MilestonesForm.Line line : form.getLines()) {
      Integer read = Typed.percentIn(line.getShare());
      int share = read == null ? 0 : Math.min(read, WHOLE - from);
      Money amount =
          net == null || share == 0 ? null : net.basisPoints(share, RoundingMode.HALF_EVEN);
      points.add(
          new Point(
              points.size() + 1,
              line.getTitle(),
              from,
              share,
              amount,
              Typed.dayIn(line.getDueOn())));
      from += share;
    }
    return points;
  }

  /** What the shares come to, in basis points. */
  public int getSum() {
    return form.getLines().stream()
        .map(line -> Typed.percentIn(line.getShare()))
        .mapToInt(share -> share == null ? 0 : share)
        .sum();
  }

  /** Whether the shares come to the whole. */
  public boolean isWhole() {
    return getSum() == WHOLE;
  }
}
