package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import wasl.community.AnswerQuestion;
import wasl.community.AskQuestion;
import wasl.community.Audience;
import wasl.community.FollowListing;
import wasl.community.PublishUpdate;
import wasl.listing.ListingId;
import wasl.party.Actor;
import wasl.shared.Ids;

/** What is said about two of the demo's listings. */
@ApplicationScoped
public class DemoVoices {

  @Inject private PublishUpdate publish;
  @Inject private AskQuestion ask;
  @Inject private AnswerQuestion answer;
  @Inject private FollowListing follow;

  /** About the sewing workshop of the entrepreneur whose account the start-up text names. */
  void aboutSewing(ListingId listing, Actor owner, Actor asker, Actor other) {
    update(
        owner,
        listing,
        Audience.ALL,
        "وجدنا المكان وبدأ التدريب",
        "استأجرنا غرفتين قرب السوق، وبدأت **ثلاث متدرّبات** العمل على ماكينتين مستعارتين.\n\n"
            + "حين يكتمل التمويل نشتري المكائن الصناعية، والأسعار ما زالت كما في العروض.");
    update(
        owner,
        listing,
        Audience.INVESTORS,
        "عقد الإيجار وعروض الأسعار",
        "دفعنا إيجار الشهرين الأولين من مالنا. جدّد المجهّز عرضه شهراً آخر بالسعر نفسه.");
    answer(
        owner,
        question(asker, listing, "كم عدد المتدرّبات في الدفعة الواحدة؟ وهل يحصلن على شهادة؟"),
        "خمس متدرّبات في كل دفعة، وتُمنح شهادة من مركز التدريب المهني بعد ثلاثة أشهر.");
    question(other, listing, "ماذا يحدث إن انقطع التيار الكهربائي طويلاً في الصيف؟");
    follow.handle(new FollowListing.Command(other, listing));
  }

  /** About the date orchard. */
  void aboutDates(ListingId listing, Actor owner, Actor asker) {
    answer(
        owner,
        question(asker, listing, "من يشتري التمر اليوم؟"),
        "أسواق البصرة والعمارة، ومحلّان في بغداد.");
  }

  private void update(
      Actor owner, ListingId listing, Audience audience, String title, String text) {
    publish.handle(
        new PublishUpdate.Command(owner, listing, Ids.text(Ids.next()), audience, title, text));
  }

  private long question(Actor asker, ListingId listing, String text) {
    return ask.handle(new AskQuestion.Command(asker, listing, Ids.text(Ids.next()), text, null));
  }

  private void answer(Actor owner, long question, String text) {
    answer.handle(new AnswerQuestion.Command(owner, question, text));
  }
}
