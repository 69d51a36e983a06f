package wasl.outbox.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import wasl.outbox.OutboxQueries;
import wasl.outbox.RetryMessages;
import wasl.shared.Access;
import wasl.shared.Ids;
import wasl.shared.Page;
import wasl.shared.PageNumber;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** What waits in the outbox, what has failed and why; failed messages are tried again from here. */
@Named("operatorPage")
@RequestScoped
public class OperatorPage {

  private static final int SIZE = 25;
  private static final String HERE = "/finance/outbox";

  @Inject private HttpServletRequest request;
  @Inject private Access access;
  @Inject private OutboxQueries queries;
  @Inject private RetryMessages retryMessages;
  @Inject private PageMessages messages;

  private String retry;
  private int page = 1;
  private List<OutboxQueries.LaneView> lanes = List.of();
  private Page<OutboxQueries.TroubleView> troubles;

  /** Reads what the page shows; a POST that names a message (or all) tries again first. */
  public void load() {
    access.require("OPERATE");
    if (retry != null && request.getMethod().equals("POST")) {
      int tried =
          retry.equals("all")
              ? retryMessages.handle(null)
              : Ids.parse(retry).map(retryMessages::handle).orElse(0);
      messages.flash("ok", tried > 0 ? "outbox.page.retried" : "outbox.page.nothingToRetry");
      PageLinks.here().go(HERE);
      return;
    }
    lanes = queries.lanes();
    troubles = queries.troubles(new Page.Wish(page - 1, SIZE));
  }

  public List<OutboxQueries.LaneView> getLanes() {
    return lanes;
  }

  public Page<OutboxQueries.TroubleView> getTroubles() {
    return troubles;
  }

  /** Whether any message waits for the operator. */
  public boolean isAnyFailed() {
    return lanes.stream().anyMatch(lane -> lane.failed() > 0);
  }

  /** The 13 characters of a message's id. */
  public String text(long id) {
    return Ids.text(id);
  }

  public String getRetry() {
    return retry;
  }

  public void setRetry(String retry) {
    this.retry = retry;
  }

  public String getPage() {
    return Integer.toString(page);
  }

  public void setPage(String typed) {
    this.page = PageNumber.of(typed);
  }
}
