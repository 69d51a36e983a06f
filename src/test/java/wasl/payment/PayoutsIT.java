package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.finance.ReverseJournal;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Balances;
import wasl.ledger.JournalId;
import wasl.ledger.LedgerQueries;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** What the gateway pays out to the bank, and what comes back from there. */
@ExtendWith(ArquillianExtension.class)
class PayoutsIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private BookPayoutAgain again;
  @Inject private ReverseJournal reverse;
  @Inject private LedgerQueries journals;
  @Inject private Balances balances;
  @Inject private Sql sql;

  private final Actor officer =
      new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false);

  private String payout;

  /** The newest payout; what others have left at the gateway goes along. */
  @BeforeEach
  void aPayoutThatHasArrived() {
    gateway.behave();
    ListingId listing = campaigns.live(1_000);
    gateway.pledged(campaigns.investor(), listing, 1_000, 0, GatewayFixtures.GOOD);
    campaigns.passDeadline(listing);
    campaigns.pass(Duration.ofDays(5));
    payout =
        sql.one(
                "SELECT reference FROM ledger_journal WHERE type = 'GATEWAY_PAYOUT'"
                    + " ORDER BY booked_at DESC LIMIT 1",
                row -> row.getString(1))
            .orElseThrow();
  }

  @Test
  void oneThatComesBackAfterItWasPaidIsUndoneOnce() {
    Money bank = bank();
    Money amount = booked();
    gateway.failPayout(payout);
    campaigns.pass(Duration.ofSeconds(1));
    for (int i = 0; i < 3; i++) {
      gateway.tell("evt_" + Ids.text(Ids.next()), i == 1 ? "payout.paid" : "payout.failed", payout);
    }
    campaigns.pass(Duration.ofMinutes(1));

    assertThat(count("GATEWAY_PAYOUT")).isEqualTo(1);
    assertThat(count("REVERSAL")).isEqualTo(1);
    assertThat(bank.minus(bank())).isEqualTo(amount);
    assertThatThrownBy(() -> again.handle(new BookPayoutAgain.Command(officer, payout)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(new PaymentRefused.NotPaidOut()));
  }

  @Test
  void oneThatWasReversedByMistakeIsBookedAnewWhenAnOfficerSaysSo() {
    final Money bank = bank();
    reverse.handle(
        new ReverseJournal.Command(
            officer, journal(), "It looked wrong to me.", Ids.text(Ids.next())));
    gateway.tell("evt_" + Ids.text(Ids.next()), "payout.paid", payout);
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(bank()).as("only a person books it again").isNotEqualTo(bank);

    again.handle(new BookPayoutAgain.Command(officer, payout));
    again.handle(new BookPayoutAgain.Command(officer, payout));
    assertThat(bank()).isEqualTo(bank);
    assertThat(count("GATEWAY_PAYOUT")).isEqualTo(2);
    assertThat(count("REVERSAL")).isEqualTo(1);
  }

  private JournalId journal() {
    return new JournalId(
        sql.number(
            "SELECT id FROM ledger_journal WHERE reference = ? AND type = 'GATEWAY_PAYOUT'",
            payout));
  }

  private Money booked() {
    return journals.journal(journal()).orElseThrow().entries().get(0).amount();
  }

  private Money bank() {
    return balances.of(AccountRef.of(AccountKind.ESCROW_BANK, Currency.USD));
  }

  private long count(String type) {
    return sql.number(
        "SELECT COUNT(*) FROM ledger_journal WHERE reference = ? AND type = ?", payout, type);
  }
}
