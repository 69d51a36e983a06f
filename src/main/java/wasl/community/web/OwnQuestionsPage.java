package wasl.community.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.community.AnswerQuestion;
import wasl.community.CommunityRefused;
import wasl.community.Question;
import wasl.community.QuestionState;
import wasl.community.Questions;
import wasl.listing.ListingFacts;
import wasl.listing.ListingQueries;
import wasl.listing.Listings;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/**
 * {@code /my/listings/{id}/questions} and {@code /my/listings/{id}/questions/{question}}: what the
 * owner is asked, and the answer to one question.
 */
@Named
@RequestScoped
public class OwnQuestionsPage {
  @Inject private Visit visit;
  @Inject private Listings listings;
  @Inject private ListingQueries queries;
  @Inject private Questions questions;
  @Inject private AnswerQuestion answerQuestion;
  @Inject private CurrentActor actor;
  @Inject private PageMessages messages;

  private ListingFacts listing;
  private Page<Question> asked;
  private Question question;
  private String text;

  /** Reads the questions, or the one of the address; refuses whoever is not the owner. */
  @PostConstruct
  void open() {
    listing = queries.facts(listings.getOwn(actor.get(), visit.listingId()).id());
    if (visit.value("question") == null) {
      asked = questions.forOwner(listing.id(), visit.wish());
      return;
    }
    question =
        questions
            .find(visit.id("question"))
            .filter(each -> each.listing().equals(listing.id()))
            // what was hidden while an answer was typed is refused with the answer kept
            .filter(each -> visit.sent() || each.state() != QuestionState.HIDDEN)
            .orElseThrow(() -> new Refused(new CommunityRefused.NotFound()));
  }

  /** Asked for before the page is written, so that what is not there answers 404. */
  public void load() {
    actor.get();
  }

  /** Sends the answer. */
  public void answer() {
    answerQuestion.handle(new AnswerQuestion.Command(actor.get(), question.id(), text));
    messages.flash("ok", "community.answer.done");
    PageLinks.here().go("/my/listings/" + listing.id() + "/questions");
  }

  public ListingFacts getListing() {
    return listing;
  }

  public Page<Question> getAsked() {
    return asked;
  }

  public Question getQuestion() {
    return question;
  }

  public String getTitle() {
    return listing.title(visit.lang());
  }

  public Lang getTitleLang() {
    return listing.titleLang(visit.lang());
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
