package wasl.notice.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import wasl.community.Follow;
import wasl.community.Follows;
import wasl.listing.ListingFacts;
import wasl.listing.ListingQueries;
import wasl.notice.NoticeKind;
import wasl.notice.NoticeRefused;
import wasl.notice.StopLinks;
import wasl.notice.StopMails;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;

/**
 * {@code /stop/{token}}: the address in each mail that can be stopped. A visit only shows what it
 * would stop, since mail programs and virus scanners follow links by themselves; a POST stops it,
 * from the page's button or from the mail program's own (RFC 8058), without an account.
 */
@Named
@RequestScoped
public class StopPage {
  @Inject private StopLinks links;
  @Inject private StopMails stopMails;
  @Inject private Follows follows;
  @Inject private ListingQueries listings;
  @Inject private CurrentActor actor;
  @Inject private HttpServletRequest request;

  private boolean done;
  private String token;
  private NoticeKind kind;
  private ListingFacts listing;

  /** Reads the link, and stops the mails where that is asked for. */
  public void load() {
    token = PageLinks.value("token");
    StopLinks.Stopped stopped =
        links.open(token).orElseThrow(() -> new Refused(new NoticeRefused.UnknownStopLink()));
    if (stopped instanceof StopLinks.OfKind of) {
      kind = of.kind();
    } else if (stopped instanceof StopLinks.OfFollow of) {
      listing = follows.find(of.follow()).map(Follow::listing).map(listings::facts).orElse(null);
    }
    if (request.getMethod().equals("POST")) {
      stopMails.handle(new StopMails.Command(actor.get(), token));
      done = true;
    }
  }

  /** Whether the mails are stopped now. */
  public boolean isDone() {
    return done;
  }

  public String getToken() {
    return token;
  }

  /** The kind of mail that is stopped; null for what is followed. */
  public NoticeKind getKind() {
    return kind;
  }

  /** The listing that is followed; null for a kind of mail or a filter. */
  public ListingFacts getListing() {
    return listing;
  }

  /** The listing's title in the page's language. */
  public String getTitle() {
    return listing == null ? "" : listing.title(lang());
  }

  public Lang getTitleLang() {
    return listing == null ? lang() : listing.titleLang(lang());
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }
}
