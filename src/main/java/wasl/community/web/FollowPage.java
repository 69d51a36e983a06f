package wasl.community.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import wasl.community.Follow;
import wasl.community.FollowListing;
import wasl.community.Follows;
import wasl.community.Unfollow;
import wasl.listing.ListingFacts;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/**
 * {@code /listings/{id}/follow}: following a listing, by the button on its page. A visit only shows
 * the button, since links are followed by programs too.
 */
@Named
@RequestScoped
public class FollowPage {
  @Inject private Visit visit;
  @Inject private Follows follows;
  @Inject private FollowListing followListing;
  @Inject private Unfollow unfollow;
  @Inject private CurrentActor actor;
  @Inject private PageMessages messages;

  private ListingFacts listing;
  private Follow follow;

  /** Follows, or no longer follows, where that was sent. */
  public void load() {
    listing = visit.published();
    Optional<Follow> present = follows.of(actor.get().party(), listing.id());
    follow = present.orElse(null);
    if (!visit.sent()) {
      return;
    }
    try {
      send(present);
    } catch (Refused refused) {
      refused.refusals().forEach(messages::refuse);
    }
  }

  private void send(Optional<Follow> present) {
    if ("no".equals(visit.value("follow"))) {
      present.ifPresent(each -> unfollow.handle(new Unfollow.Command(actor.get(), each.id())));
      messages.flash("ok", "community.follow.ended");
    } else {
      followListing.handle(new FollowListing.Command(actor.get(), listing.id()));
      messages.flash("ok", "community.follow.done");
    }
    PageLinks.here().go("/listings/" + listing.id());
  }

  public ListingFacts getListing() {
    return listing;
  }

  public String getTitle() {
    return listing.title(visit.lang());
  }

  public Lang getTitleLang() {
    return listing.titleLang(visit.lang());
  }

  /** The reader's follow; null for none. */
  public Follow getFollow() {
    return follow;
  }
}
