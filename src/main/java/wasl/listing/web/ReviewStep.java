package wasl.listing.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import wasl.listing.Completeness;
import wasl.listing.ListingIncomplete;
import wasl.listing.ResubmitListing;
import wasl.listing.Section;
import wasl.listing.SubmitListing;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.RefusalTexts;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** The form's last step: what is lacking, and handing the listing in. */
@Named
@RequestScoped
public class ReviewStep {

  @Inject private HttpServletRequest request;
  @Inject private EditListingPage page;
  @Inject private CurrentActor actor;
  @Inject private Completeness completeness;
  @Inject private SubmitListing submitListing;
  @Inject private ResubmitListing resubmitListing;
  @Inject private PageMessages messages;
  @Inject private Clock clock;

  private List<Lack> lacks;
  private boolean payoutClause;

  /**
   * One thing that is lacking.
   *
   * @param why the key of the text that says why it is asked for
   * @param field the id of the field where it is mended
   */
  public record Item(String text, String why, String field) {}

  /** What is lacking in one section. */
  public record Lack(Section section, List<Item> items) {}

  /** Everything that is still lacking, by section. */
  public List<Lack> getLacks() {
    if (lacks == null) {
      lacks = new ArrayList<>();
      Lang lang = request.getAttribute("lang") instanceof Lang known ? known : Lang.FIRST;
      Lang original = page.getWhole().content().words().original();
      for (ListingIncomplete each : completeness.lacking(page.getListing(), clock.instant())) {
        if (lacks.isEmpty() || lacks.get(lacks.size() - 1).section() != each.section()) {
          lacks.add(new Lack(each.section(), new ArrayList<>()));
        }
        lacks
            .get(lacks.size() - 1)
            .items()
            .add(
                new Item(
                    RefusalTexts.of(each, lang),
                    Readiness.why(each),
                    Readiness.field(each, lang, original)));
      }
    }
    return lacks;
  }

  /** How many things are lacking in all. */
  public int getCount() {
    return getLacks().stream().mapToInt(lack -> lack.items().size()).sum();
  }

  /** What a saved section still lacks, shown under its own step. */
  public List<Item> getLacksHere() {
    Section section = page.getSection();
    if (section == null || page.getWhole().content().version(section) == 0) {
      return List.of();
    }
    return getLacks().stream()
        .filter(lack -> lack.section() == section)
        .flatMap(lack -> lack.items().stream())
        .toList();
  }

  /** Hands the listing in, or in again. */
  public void submit() {
    if (page.isChangesRequested()) {
      resubmitListing.handle(new ResubmitListing.Command(actor.get(), page.getListing().id()));
      messages.flash("ok", "listing.own.resubmitted");
    } else {
      submitListing.handle(
          new SubmitListing.Command(actor.get(), page.getListing().id(), payoutClause));
      messages.flash("ok", "listing.own.submitted");
    }
    PageLinks.here().go("/my/listings/" + page.getListing().id());
  }

  public boolean isPayoutClause() {
    return payoutClause;
  }

  public void setPayoutClause(boolean payoutClause) {
    this.payoutClause = payoutClause;
  }
}
