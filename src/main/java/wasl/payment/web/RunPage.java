package wasl.payment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.listing.ListingFacts;
import wasl.listing.ListingQueries;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.payment.FinanceQueries;
import wasl.pledge.PledgeRefused;
import wasl.pledge.PledgeRuns;
import wasl.shared.Ids;
import wasl.shared.Refused;

/** {@code /finance/run/{id}}: how far the charging of one campaign is. */
@Named
@RequestScoped
public class RunPage {

  @Inject private PledgeRuns runs;
  @Inject private ListingQueries listings;
  @Inject private FinanceQueries queries;
  @Inject private CurrentActor current;

  private String id;
  private PledgeRuns.Run run;
  private ListingFacts listing;
  private FinanceQueries.RunCounts counts;

  /** Reads the run. */
  public void load() {
    current.get().require(Permission.READ_LEDGER);
    run =
        Ids.parse(id)
            .flatMap(runs::find)
            .orElseThrow(() -> new Refused(new PledgeRefused.NotFound()));
    listing = listings.facts(run.listing());
    counts = queries.counts(listing);
  }

  public PledgeRuns.Run getRun() {
    return run;
  }

  public ListingFacts getListing() {
    return listing;
  }

  public FinanceQueries.RunCounts getCounts() {
    return counts;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
