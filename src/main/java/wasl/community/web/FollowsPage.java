package wasl.community.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wasl.community.Follow;
import wasl.community.Follows;
import wasl.community.SwitchFollowMails;
import wasl.community.Unfollow;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /my/follows}: what the reader follows, and which letters come of it. */
@Named
@RequestScoped
public class FollowsPage {
  @Inject private Visit visit;
  @Inject private Follows follows;
  @Inject private ListingQueries listings;
  @Inject private SwitchFollowMails switchFollowMails;
  @Inject private Unfollow unfollow;
  @Inject private CurrentActor actor;
  @Inject private PageMessages messages;

  private List<Follow> all;
  private Map<ListingId, ListingFacts> facts;

  /** Reads all of them. */
  @PostConstruct
  void open() {
    all = follows.of(actor.get().party());
    facts = listings.facts(all.stream().map(Follow::listing).filter(Objects::nonNull).toList());
  }

  /** Asked for before the page is written, so that what is not there answers 404. */
  public void load() {
    actor.get();
  }

  /** Stops the letters or sends them again. */
  public void mails(long follow, boolean on) {
    switchFollowMails.handle(new SwitchFollowMails.Command(actor.get(), follow, on));
    done(on ? "community.follows.mailsOn" : "community.follows.mailsOff");
  }

  /** No longer follows it. */
  public void end(long follow) {
    unfollow.handle(new Unfollow.Command(actor.get(), follow));
    done("community.follow.ended");
  }

  private void done(String message) {
    messages.flash("ok", message);
    PageLinks.here().go("/my/follows");
  }

  public List<Follow> getAll() {
    return all;
  }

  /** The listing that is followed. */
  public ListingFacts listing(Follow follow) {
    return facts.get(follow.listing());
  }

  public String title(Follow follow) {
    return listing(follow).title(visit.lang());
  }

  public Lang titleLang(Follow follow) {
    return listing(follow).titleLang(visit.lang());
  }
}
