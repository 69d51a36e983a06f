package wasl.site.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import wasl.party.Institution;
import wasl.party.InstitutionId;
import wasl.party.Institutions;
import wasl.vetting.InstitutionRecords;
import wasl.vetting.VettingQueries;

/**
 * {@code /institutions}: those that have had a case. That an institution is entered says nothing of
 * its taking part, so that the others are not named.
 */
@Named
@RequestScoped
public class VettersPage {

  @Inject private Institutions institutions;
  @Inject private InstitutionRecords records;
  @Inject private VettingQueries vetting;
  @Inject private Clock clock;

  private List<Vetter> all;

  /**
   * An institution with its figures.
   *
   * @param medianDays working days over the last 365 days; null before the first decision
   */
  public record Vetter(
      Institution institution, InstitutionRecords.Decisions decisions, Integer medianDays) {}

  /** Those that have had a case, in the order of their codes. */
  public List<Vetter> getAll() {
    if (all == null) {
      Map<InstitutionId, InstitutionRecords.Decisions> decisions = records.decisions();
      all =
          institutions.all().stream()
              .filter(each -> decisions.containsKey(each.id()))
              .map(
                  each ->
                      new Vetter(
                          each,
                          decisions.get(each.id()),
                          vetting.medianDays(each.id(), clock.instant()).orElse(null)))
              .toList();
    }
    return all;
  }

  /** The central ones. */
  public List<Vetter> getCentral() {
    return getAll().stream().filter(each -> !each.institution().regional()).toList();
  }

  /** Those of the Kurdistan Region. */
  public List<Vetter> getRegional() {
    return getAll().stream().filter(each -> each.institution().regional()).toList();
  }
}
