package wasl.community.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.community.Audience;
import wasl.community.ListingUpdate;
import wasl.community.PublishUpdate;
import wasl.community.Updates;
import wasl.community.WithdrawUpdate;
import wasl.listing.ListingFacts;
import wasl.listing.ListingQueries;
import wasl.listing.Listings;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.web.FormKey;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /my/listings/{id}/updates}: what the owner told, and telling more. */
@Named
@RequestScoped
public class OwnUpdatesPage {
  @Inject private Visit visit;
  @Inject private Listings listings;
  @Inject private ListingQueries queries;
  @Inject private Updates updates;
  @Inject private PublishUpdate publishUpdate;
  @Inject private WithdrawUpdate withdrawUpdate;
  @Inject private CurrentActor actor;
  @Inject private PageMessages messages;

  private ListingFacts listing;
  private Page<ListingUpdate> told;
  private final FormKey key = new FormKey();
  private Audience audience = Audience.ALL;
  private String title;
  private String text;

  /** Refuses whoever is not the owner. */
  @PostConstruct
  void open() {
    listing = queries.facts(listings.getOwn(actor.get(), visit.listingId()).id());
    told = updates.own(listing.id(), visit.wish());
  }

  /** Asked for before the page is written, so that what is not there answers 404. */
  public void load() {
    actor.get();
  }

  /** Publishes what was written. */
  public void publish() {
    publishUpdate.handle(
        new PublishUpdate.Command(actor.get(), listing.id(), key.getText(), audience, title, text));
    done("community.update.published");
  }

  /** Takes an update back. */
  public void withdraw(long update) {
    withdrawUpdate.handle(new WithdrawUpdate.Command(actor.get(), update));
    done("community.update.withdrawn");
  }

  private void done(String message) {
    messages.flash("ok", message);
    PageLinks.here().go("/my/listings/" + listing.id() + "/updates");
  }

  public ListingFacts getListing() {
    return listing;
  }

  public Page<ListingUpdate> getTold() {
    return told;
  }

  public String getListingTitle() {
    return listing.title(visit.lang());
  }

  public Lang getListingLang() {
    return listing.titleLang(visit.lang());
  }

  /** The form's own key: sent twice it is one update. */
  public FormKey getKey() {
    return key;
  }

  public Audience getAudience() {
    return audience;
  }

  public void setAudience(Audience audience) {
    this.audience = audience == null ? Audience.ALL : audience;
  }

  public Audience[] getAudiences() {
    return Audience.values();
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
