package wasl.community.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wasl.community.AbuseReport;
import wasl.community.Question;
import wasl.community.Questions;
import wasl.community.Reports;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.Page;

/** {@code /desk/reports}: what moderators have to look at. */
@Named
@RequestScoped
public class ReportsPage {
  @Inject private Visit visit;
  @Inject private Reports reports;
  @Inject private Questions questions;
  @Inject private ListingQueries listings;
  @Inject private CurrentActor actor;

  private boolean open;
  private Page<AbuseReport> list;
  private Page<Question> waiting;
  private Map<ListingId, ListingFacts> facts;

  /** Reads reports and waiting questions. */
  public void load() {
    open = !"answered".equals(visit.value("show"));
    list = reports.desk(actor.get(), open, visit.wish());
    waiting = questions.waiting(actor.get(), new Page.Wish(0, 50));
    facts =
        listings.facts(
            Stream.concat(
                    list.items().stream().map(AbuseReport::listing),
                    waiting.items().stream().map(Question::listing))
                .collect(Collectors.toSet()));
  }

  /** Whether the open ones are shown; else the answered ones. */
  public boolean isOpen() {
    return open;
  }

  public Page<AbuseReport> getList() {
    return list;
  }

  public Page<Question> getWaiting() {
    return waiting;
  }

  public String title(ListingId listing) {
    return facts.get(listing).title(visit.lang());
  }

  public Lang titleLang(ListingId listing) {
    return facts.get(listing).titleLang(visit.lang());
  }
}
