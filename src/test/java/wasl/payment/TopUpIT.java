package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.payment.CampaignFixtures.usd;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Balances;
import wasl.ledger.LedgerQueries;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.shared.Baghdad;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Refusal;
import wasl.shared.Refused;

/** A finance officer books the platform's own money that went to the gateway. */
@ExtendWith(ArquillianExtension.class)
class TopUpIT {

  private static final Actor OFFICER =
      new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false);

  @Inject private TopUpClearing topUp;
  @Inject private Balances balances;
  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private LedgerQueries journals;
  @Inject private TopUps topUps;
  @Inject private Clock clock;
  @Inject private Together together;

  private final String key = Ids.text(Ids.next());

  @Test
  void booksTheSameFormOnceHoweverOftenItIsSent() throws Exception {
    Money clearing = balance(AccountKind.GATEWAY_CLEARING);
    Money bank = balance(AccountKind.OPERATING_BANK);
    together.times(
        4,
        () -> {
          book(OFFICER, usd(12), "TRN 7781", key);
          return key;
        });
    book(OFFICER, usd(12), "TRN 7781", key);
    assertThat(balance(AccountKind.GATEWAY_CLEARING)).isEqualTo(clearing.plus(usd(12)));
    assertThat(balance(AccountKind.OPERATING_BANK)).isEqualTo(bank.minus(usd(12)));
  }

  @Test
  void isOfThePresentDayInBaghdadAndArrivesAtTheDemosGateway() {
    String reference = "TRN " + key;
    Instant day = Baghdad.startOf(Baghdad.day(clock.instant()));
    book(OFFICER, usd(13), reference, key);
    assertThat(journals.withReference(reference, 2))
        .singleElement()
        .satisfies(
            journal ->
                // a test may pass midnight
                assertThat(journal.effectiveAt()).isIn(day, day.plus(Duration.ofDays(1))));
    assertThat(topUps.of(journals.withReference(reference, 1).get(0).id()).orElseThrow().by())
        .isEqualTo(OFFICER.party().toString());
    campaigns.pass(Duration.ofSeconds(1));
    book(OFFICER, usd(13), reference, key);
    campaigns.pass(Duration.ofSeconds(1));
    assertThat(gateway.topUps(reference)).containsExactly(1_300L);
  }

  @Test
  void refusesOthersNothingAndTheUnnamed() {
    Money clearing = balance(AccountKind.GATEWAY_CLEARING);
    refused(new AccessRefused.NotAllowed(), campaigns.investor(), usd(12), "TRN");
    refused(new PaymentRefused.NoAmount(usd(0)), OFFICER, usd(0), "TRN");
    Money dinars = Money.minor(12_000, Currency.IQD);
    refused(new PaymentRefused.NotCharged(Currency.IQD), OFFICER, dinars, "TRN");
    for (String reference : List.of("", "   ", "x".repeat(101))) {
      refused(new PaymentRefused.NoReference(100), OFFICER, usd(12), reference);
    }
    assertThat(balance(AccountKind.GATEWAY_CLEARING)).isEqualTo(clearing);
  }

  private void refused(Refusal refusal, Actor by, Money amount, String reference) {
    assertThatThrownBy(() -> book(by, amount, reference, key))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }

  private void book(Actor by, Money amount, String reference, String formKey) {
    topUp.handle(new TopUpClearing.Command(by, amount, reference, formKey));
  }

  private Money balance(AccountKind kind) {
    return balances.of(AccountRef.of(kind, Currency.USD));
  }
}
