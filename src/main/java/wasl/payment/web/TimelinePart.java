package wasl.payment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import wasl.payment.PledgeMoment;
import wasl.payment.PledgeTimelines;
import wasl.payment.Receipts;
import wasl.pledge.PledgeView;

/** The time line on the page of one pledge, and whether it has a receipt. */
@Named
@RequestScoped
public class TimelinePart {

  @Inject private PledgeTimelines timelines;
  @Inject private Receipts receipts;

  private List<PledgeMoment> moments;

  /** The moments of a pledge that the page has read for its owner. */
  public List<PledgeMoment> of(PledgeView pledge) {
    if (moments == null) {
      moments = timelines.of(pledge);
    }
    return moments;
  }

  /** Whether anything of it is present or still to come. */
  public boolean goesOn(PledgeView pledge) {
    return of(pledge).stream()
        .anyMatch(
            moment ->
                moment.when() == PledgeMoment.When.NOW || moment.when() == PledgeMoment.When.NEXT);
  }

  /** The look of a moment: done, now, late or next. */
  public String look(PledgeMoment moment) {
    return moment.when().name().toLowerCase(Locale.ROOT);
  }

  /** Whether the pledge was collected and so has a receipt. */
  public boolean receipt(PledgeView pledge) {
    return receipts.numberOf(pledge.id()).isPresent();
  }
}
