package wasl.site.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import wasl.listing.ListingId;
import wasl.party.Institution;
import wasl.party.InstitutionId;
import wasl.party.Institutions;
import wasl.party.PartyRefused;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.site.ListingCard;
import wasl.site.ListingCards;
import wasl.site.ListingFilter;
import wasl.vetting.InstitutionRecords;
import wasl.vetting.VettingQueries;

/** {@code /institutions/{code}}: how an institution has decided, and what it let through. */
@Named
@RequestScoped
public class VetterPage {

  private static final int SIZE = 12;

  @Inject private Institutions institutions;
  @Inject private InstitutionRecords records;
  @Inject private VettingQueries vetting;
  @Inject private ListingCards cards;
  @Inject private PageLang page;
  @Inject private HttpServletRequest request;
  @Inject private Clock clock;

  private final String code = PageLinks.value("code");
  private Institution institution;
  private InstitutionRecords.Decisions decisions;
  private Page<ListingId> vetted;
  private List<ListingCard> shown;

  /** Shows an institution that has had a case; any other is not found. */
  public void load() {
    institution =
        institutions
            .byCode(code)
            .orElseThrow(() -> new Refused(new PartyRefused.UnknownInstitution()));
    Map<InstitutionId, InstitutionRecords.Decisions> all = records.decisions();
    if (!all.containsKey(institution.id())) {
      throw new Refused(new PartyRefused.UnknownInstitution());
    }
    decisions = all.get(institution.id());
    vetted = page(ListingFilter.number(request.getParameter("page"), 1));
    if (vetted.page() >= vetted.pages()) {
      vetted = page(vetted.pages());
    }
    shown = cards.cards(vetted.items(), page.lang());
  }

  private Page<ListingId> page(int number) {
    return records.vetted(institution.id(), new Page.Wish(number - 1, SIZE));
  }

  public Institution getInstitution() {
    return institution;
  }

  public InstitutionRecords.Decisions getDecisions() {
    return decisions;
  }

  /** Median working days of its decisions of the last 365 days; null without any. */
  public Integer getMedianDays() {
    return vetting.medianDays(institution.id(), clock.instant()).orElse(null);
  }

  public Page<ListingId> getVetted() {
    return vetted;
  }

  public List<ListingCard> getCards() {
    return shown;
  }

  /** Its counterparts in the other government that have had a case too. */
  public List<Institution> getTwins() {
    Map<InstitutionId, InstitutionRecords.Decisions> all = records.decisions();
    return institutions.twins(institution).stream()
        .filter(each -> all.containsKey(each.id()))
        .toList();
  }
}
