package wasl.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.AddressForm;
import wasl.party.PartyId;
import wasl.pledge.PledgeState;
import wasl.shared.Lang;
import wasl.shared.Texts;

class MailTextTest {
  private static final Function<Lang, String> TITLE =
      lang -> lang == Lang.EN ? "Bees & <honey>" : "عسل هورامان";

  private static Letter letter(NoticeKind kind, Lang lang, AddressForm form) {
    Map<String, Object> values = new HashMap<>();
    values.put("project", TITLE);
    values.put("amount", Money.minor(25_050, Currency.USD));
    values.put("total", Money.minor(26_000, Currency.USD));
    values.put("part", Money.minor(5_000, Currency.USD));
    values.put("paid", Money.minor(5_000, Currency.USD));
    values.put("returned", Money.minor(5_000, Currency.USD));
    values.put("collected", Money.minor(1_800_000, Currency.USD));
    for (String date : new String[] {"until", "date", "deadline", "due"}) {
      values.put(date, Instant.parse("2026-12-01T09:00:00Z"));
    }
    for (String word : new String[] {"reason", "descriptor", "institution", "sections", "cause"}) {
      values.put(word, "WASL");
    }
    for (String said : new String[] {"update", "question", "answer"}) {
      values.put(said, "WASL");
    }
    values.put("outcome", "WASL");
    values.put("state", ListingState.LIVE);
    Reader to = new Reader(PartyId.next(), "Zainab Kareem", form, "zainab@example.org", lang);
    return new Letter(to, kind, values, "/my/pledges/1", true);
  }

  private static MailText mail(NoticeKind kind, Lang lang) {
    return new MailText(letter(kind, lang, AddressForm.F), "https://wasl.example");
  }

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  void everyKindHasItsWordsInEveryLanguage(NoticeKind kind) {
    for (Lang lang : Lang.values()) {
      MailText mail = mail(kind, lang);
      assertThat(mail.subject() + mail.plain() + mail.html())
          .as("%s %s", kind, lang)
          .doesNotContain("⟦")
          .doesNotContain("{")
          .contains("https://wasl.example/" + lang.code() + "/my/pledges/1");
    }
  }

  /** Who reads only the subjects of a pledge's mails knows what became of it. */
  @ParameterizedTest
  @EnumSource(Lang.class)
  void eachStepOfAPledgeHasASubjectOfItsOwnThatNamesTheProject(Lang lang) {
    List<String> subjects =
        Arrays.stream(NoticeKind.values())
            .filter(kind -> kind.group() == NoticeKind.Group.PLEDGE)
            .map(kind -> mail(kind, lang).subject())
            .toList();
    assertThat(subjects)
        .hasSizeGreaterThan(PledgeState.values().length)
        .doesNotHaveDuplicates()
        .allMatch(subject -> subject.contains(TITLE.apply(lang)));
  }

  @Test
  void theSubjectSaysInWhichStateAPledgeIs() {
    Map<PledgeState, String> expected = new EnumMap<>(PledgeState.class);
    expected.put(PledgeState.STARTED, "Your pledge still needs a card");
    expected.put(PledgeState.REFLECTING, "Time to reflect");
    expected.put(PledgeState.FIRM, "Your pledge is firm");
    expected.put(PledgeState.CHARGING, "Your card will be charged");
    expected.put(PledgeState.COLLECTED, "Collected");
    expected.put(PledgeState.REPAIR, "Your card was not charged");
    expected.put(PledgeState.REFUNDING, "Your money is on its way back");
    expected.put(PledgeState.REFUNDED, "Refunded");
    expected.put(PledgeState.DISPUTED, "Your bank disputes a charge");
    expected.put(PledgeState.CHARGED_BACK, "Your bank has taken the money back");
    expected.put(PledgeState.CANCELLED, "Pledge cancelled");
    expected.put(PledgeState.EXPIRED, "Pledge expired");
    expected.put(PledgeState.RELEASED, "Released");
    expected.put(PledgeState.DROPPED, "Pledge dropped");
    assertThat(expected).containsOnlyKeys(PledgeState.values());
    expected.forEach(
        (state, words) ->
            assertThat(mail(kind(state), Lang.EN).subject())
                .isEqualTo(words + ": \u2068Bees & <honey>\u2069"));
  }

  private static NoticeKind kind(PledgeState state) {
    return switch (state) {
      case STARTED -> NoticeKind.PLEDGE_PLACED;
      case CHARGING -> NoticeKind.CHARGE_ANNOUNCED;
      default -> NoticeKind.valueOf("PLEDGE_" + state);
    };
  }

  private static String told(NoticeKind kind, ListingState state, Lang lang) {
    Letter any = letter(kind, lang, AddressForm.F);
    Map<String, Object> values = new HashMap<>(any.values());
    values.put("state", state);
    return new Letter(any.to(), kind, values, null, true).text(lang);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void whatASuspensionMeansDependsOnTheStateBefore(Lang lang) {
    for (NoticeKind kind :
        List.of(
            NoticeKind.PROJECT_RESUMED, NoticeKind.BACKED_SUSPENDED, NoticeKind.BACKED_RESUMED)) {
      assertThat(
              List.of(
                  told(kind, ListingState.LIVE, lang),
                  told(kind, ListingState.COLLECTING, lang),
                  told(kind, ListingState.FUNDED, lang)))
          .as("%s %s", kind, lang)
          .doesNotHaveDuplicates()
          .noneMatch(text -> text.contains("{") || text.contains("FUNDED"));
      assertThat(told(kind, ListingState.SCHEDULED, lang))
          .isEqualTo(told(kind, ListingState.LIVE, lang));
    }
    String cancel =
        switch (lang) {
          case AR -> "الإلغاء";
          case CKB -> "هەڵیبوەشێننەوە";
          case EN -> "cancel";
        };
    assertThat(told(NoticeKind.BACKED_SUSPENDED, ListingState.LIVE, lang)).contains(cancel);
    assertThat(told(NoticeKind.BACKED_SUSPENDED, ListingState.COLLECTING, lang))
        .doesNotContain(cancel);
  }

  @Test
  void aResumedCollectionTellsItsOwnEndAndNotTheDeadlineThatHasPassed() {
    Instant deadline = Instant.parse("2026-12-01T09:00:00Z");
    Instant window = Instant.parse("2026-12-19T09:00:00Z");
    assertThat(ProjectLetters.resumed(facts(deadline, window), ListingState.COLLECTING))
        .containsEntry("until", window);
    assertThat(ProjectLetters.resumed(facts(deadline, null), ListingState.LIVE))
        .containsEntry("until", deadline);
  }

  private static ListingFacts facts(Instant deadline, Instant window) {
    return new ListingFacts(
        ListingId.next(),
        null,
        null,
        null,
        null,
        Map.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        deadline,
        window,
        null,
        null);
  }

  @Test
  void amountsAndTitlesAreIsolated() {
    String arabic = mail(NoticeKind.PLEDGE_FIRM, Lang.AR).plain();
    assertThat(arabic)
        .contains("\u2068250.50\u00A0دولار\u2069")
        .contains("\u2068عسل هورامان\u2069");
    assertThat(mail(NoticeKind.PLEDGE_FIRM, Lang.EN).plain())
        .contains("\u2068USD\u00A0250.50\u2069");
  }

  @Test
  void peopleAreAddressedByTheCustomOfTheirLanguage() {
    assertThat(mail(NoticeKind.PLEDGE_FIRM, Lang.AR).opening())
        .isEqualTo("السيدة \u2068Zainab Kareem\u2069 المحترمة،");
    assertThat(mail(NoticeKind.PLEDGE_FIRM, Lang.CKB).opening())
        .isEqualTo("بەڕێز \u2068Zainab Kareem\u2069،");
    Letter neutral = letter(NoticeKind.PLEDGE_FIRM, Lang.AR, AddressForm.NEUTRAL);
    assertThat(new MailText(neutral, "").opening()).isEqualTo("تحية طيبة،");
    Reader nobody = new Reader(null, null, null, "x@example.org", Lang.CKB);
    Letter invitation =
        new Letter(nobody, NoticeKind.INVITED, Map.of("institution", "WASL"), null, false);
    assertThat(new MailText(invitation, "").opening()).isEqualTo("سڵاو و ڕێز،");
  }

  @Test
  void whatPeopleWroteCannotBecomeMarkup() {
    String html = mail(NoticeKind.PLEDGE_FIRM, Lang.EN).html();
    assertThat(html).contains("Bees &amp; &lt;honey&gt;").doesNotContain("<honey>");
    assertThat(html).startsWith("<!DOCTYPE html><html lang=\"en\" dir=\"ltr\">");
    assertThat(mail(NoticeKind.PLEDGE_FIRM, Lang.CKB).html()).contains("dir=\"rtl\"");
  }

  @Test
  void mailsAboutMoneyAndAccountsAlwaysGoOut() {
    assertThat(NoticeKind.PLEDGE_REPAIR.switchable()).isFalse();
    assertThat(NoticeKind.CHARGE_ANNOUNCED.switchable()).isFalse();
    assertThat(NoticeKind.switchable(NoticeKind.Group.PLEDGE))
        .as("of charges and refunds everybody is told")
        .doesNotContain(
            NoticeKind.PLEDGE_COLLECTED,
            NoticeKind.PLEDGE_REFUNDING,
            NoticeKind.PLEDGE_REFUNDED,
            NoticeKind.PLEDGE_DISPUTED,
            NoticeKind.PLEDGE_CHARGED_BACK,
            NoticeKind.PLEDGE_PART_CHARGED_BACK);
    assertThat(NoticeKind.switchable(NoticeKind.Group.ACCOUNT)).isEmpty();
    assertThat(NoticeKind.switchable(NoticeKind.Group.DESK)).hasSize(6);
  }

  @Test
  void everySwitchHasAName() {
    for (Lang lang : Lang.values()) {
      for (NoticeKind kind : NoticeKind.values()) {
        assertThat(Texts.in(lang).has("notice.switch." + kind))
            .as(kind + " in " + lang)
            .isEqualTo(kind.switchable());
      }
    }
  }
}
