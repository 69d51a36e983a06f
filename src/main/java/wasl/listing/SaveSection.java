package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.shared.Baghdad;
import wasl.shared.Refused;

/**
 * The owner saves one section of a listing, complete or not. The same content sent twice, as a
 * double click does, is saved once.
 *
 * <p>Refuses with {@link ListingRefused.NotFound}, {@link ListingRefused.StateChanged}, {@link
 * ListingRefused.SectionClosed}, {@link ListingRefused.EditConflict}, {@link
 * ListingRefused.BusinessInUse}, {@link ListingRefused.TextTooLong}, {@link
 * ListingRefused.TooMany}, {@link ListingRefused.RateMissing}.
 */
@ApplicationScoped
@Transactional
public class SaveSection {

  @Inject private Listings listings;
  @Inject private Businesses businesses;
  @Inject private ListingSections sections;
  @Inject private Completeness completeness;
  @Inject private Rates rates;
  @Inject private Clock clock;

  /**
   * What to save.
   *
   * @param seen the version of the section that the owner had before the eyes
   */
  public record Command(Actor by, ListingId listing, int seen, ListingContent.Part part) {}

  /** Saves it. */
  public void handle(Command command) {
    Instant now = clock.instant();
    Listing listing = listings.lockOwn(command.by(), command.listing());
    Section section = command.part().section();
    if (!listing.editable(section) && completeness.editable(listing, section, now)) {
      listing.reopen(section);
    }
    listing.edit(section);
    ListingContent.Part part = ContentLimits.check(command.part());
    if (sections.savedAlready(listing, part, command.seen())) {
      return;
    }
    sections.count(listing.id(), section, command.seen(), now);
    if (part instanceof Business.Details details) {
      // A business that stays as it is may be of another listing that nobody may change any more.
      if (!details.equals(businesses.get(listing.business()).details())) {
        businesses.lockFor(listing).describe(details);
      }
    } else if (part instanceof ListingContent.Words words) {
      sections.write(listing.id(), words);
    } else if (part instanceof ListingContent.Plan plan) {
      ListingContent.Plan priced = priced(plan, now);
      listing.plan(priced);
      sections.write(listing.id(), priced);
    } else if (part instanceof ListingContent.Milestones milestones) {
      sections.write(listing.id(), milestones);
    } else if (part instanceof ListingContent.Risks risks) {
      sections.write(listing.id(), risks);
    } else if (part instanceof ListingContent.Terms terms) {
      sections.write(listing.id(), terms);
    } else if (part instanceof ListingContent.Files files) {
      sections.write(listing.id(), files);
    }
    listings.save(listing);
  }

  private ListingContent.Plan priced(ListingContent.Plan plan, Instant now) {
    return new ListingContent.Plan(
        plan.model(),
        plan.currency(),
        plan.goal(),
        plan.minimum(),
        plan.cap(),
        plan.capPurpose(),
        plan.campaignDays(),
        plan.lines().stream().map(line -> priced(line, plan.currency(), now)).toList());
  }

  private ListingContent.BudgetLine priced(
      ListingContent.BudgetLine line, Currency currency, Instant now) {
    if (line.quantity() == null || line.unitCost() == null || currency == null) {
      return line;
    }
    Money total = line.unitCost().times(line.quantity());
    if (total.currency() == currency) {
      return new ListingContent.BudgetLine(
          line.what(), line.quantity(), line.unitCost(), line.required(), total, null, null);
    }
    Rates.Rate rate =
        rates
            .official(currency, Baghdad.day(now))
            .orElseThrow(() -> new Refused(new ListingRefused.RateMissing(currency)));
    return new ListingContent.BudgetLine(
        line.what(),
        line.quantity(),
        line.unitCost(),
        line.required(),
        rate.fromDinars(total),
        rate.dinars(),
        rate.day());
  }
}
