package wasl.site.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingRefused;
import wasl.shared.PaperPrinter;
import wasl.shared.PublicUrl;
import wasl.shared.Refused;
import wasl.shared.Texts;
import wasl.shared.web.Download;
import wasl.shared.web.PageLinks;
import wasl.site.Poster;

/**
 * {@code /listings/{id}/poster.pdf}: the poster of a published listing, unless it is suspended or
 * over for good: a poster asks for help, and hangs for weeks.
 */
@Named
@RequestScoped
public class PosterPage {

  @Inject private ListingQueries listings;
  @Inject private PaperPrinter printer;
  @Inject private PageLang page;

  /** Answers with the PDF. */
  public void print() {
    ListingId id =
        ListingId.parse(PageLinks.value("id"))
            .orElseThrow(() -> new Refused(new ListingRefused.NotFound()));
    ListingFacts facts = listings.facts(id);
    if (!Poster.printed(facts)) {
      throw new Refused(new ListingRefused.NotFound());
    }
    String place = Texts.in(page.lang()).get("listing.governorate." + facts.governorate());
    String address = PublicUrl.value() + "/listings/" + facts.id();
    Download.pdf(
        "wasl-" + facts.id() + ".pdf", printer.pdf(Poster.of(facts, place, address, page.lang())));
  }
}
