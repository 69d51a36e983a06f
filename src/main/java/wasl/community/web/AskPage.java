package wasl.community.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.community.AskQuestion;
import wasl.listing.ListingFacts;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.web.FormKey;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /listings/{id}/ask}: a question to the owner. */
@Named
@RequestScoped
public class AskPage {
  @Inject private Visit visit;
  @Inject private AskQuestion askQuestion;
  @Inject private CurrentActor actor;
  @Inject private PageMessages messages;

  private ListingFacts listing;
  private final FormKey key = new FormKey();
  private String text;

  /** Reads the listing. */
  @PostConstruct
  void open() {
    listing = visit.published();
  }

  /** Asked for before the page is written, so that what is not there answers 404. */
  public void load() {
    actor.get();
  }

  /** Sends the question. */
  public void ask() {
    askQuestion.handle(
        new AskQuestion.Command(actor.get(), listing.id(), key.getText(), text, visit.address()));
    messages.flash("ok", "community.ask.done");
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

  /** The form's own key: sent twice it is one question. */
  public FormKey getKey() {
    return key;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
