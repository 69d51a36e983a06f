package wasl.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.payment.CampaignFixtures.usd;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Balances;
import wasl.ledger.JournalFilter;
import wasl.ledger.JournalId;
import wasl.ledger.JournalType;
import wasl.ledger.JournalView;
import wasl.ledger.LedgerQueries;
import wasl.ledger.LedgerRefused;
import wasl.ledger.VerifyLedger;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.payment.CampaignFixtures;
import wasl.payment.GatewayFixtures;
import wasl.payment.Receipts;
import wasl.payment.TopUpClearing;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeView;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refusal;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** What a finance officer does at the desk: find anything, undo what was wrong. */
@ExtendWith(ArquillianExtension.class)
class FinanceDeskIT {

  private static final AccountRef BANK = AccountRef.of(AccountKind.OPERATING_BANK, Currency.USD);

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private Receipts receipts;
  @Inject private TopUpClearing topUp;
  @Inject private ReverseJournal reverse;
  @Inject private Corrections corrections;
  @Inject private SearchDesk desk;
  @Inject private LedgerQueries journals;
  @Inject private Balances balances;
  @Inject private VerifyLedger verify;
  @Inject private Sql sql;

  @Test
  void findsAPledgeByWhateverIsInHand() {
    ListingId listing = campaigns.live(1_000);
    Actor investor = campaigns.investor();
    String name = "Zozan" + Ids.text(Ids.next()).toLowerCase();
    sql.change(
        "UPDATE party SET name = ? WHERE id = ?", name + " Kareem", investor.party().value());
    PledgeId pledge = gateway.pledged(investor, listing, 1_013, 4, GatewayFixtures.GOOD);
    campaigns.passDeadline(listing);
    var charge = gateway.charges(pledge).get(0);
    JournalView collected = ofPledge(pledge, JournalType.PLEDGE_COLLECTED);

    for (String inHand :
        List.of(
            pledge.toString(),
            investor.party().toString(),
            charge.getString("id"),
            charge.getString("payment_intent"),
            receipts.numberOf(pledge).orElseThrow().toString(),
            name,
            "kareem " + name,
            CampaignFixtures.email(investor))) {
      SearchDesk.Found found = desk.find(inHand, Lang.EN, true);
      assertThat(found.pledges()).as(inHand).extracting(PledgeView::id).containsExactly(pledge);
      assertThat(found.journals()).as(inHand).extracting(JournalView::id).contains(collected.id());
      assertThat(found.people()).as(inHand).containsKey(investor.party());
    }
    for (String inHand :
        List.of(
            collected.id().toString(),
            charge.getString("id").substring(0, 12),
            "1,017.00",
            "١٠١٣")) {
      assertThat(desk.find(inHand, Lang.AR, true).journals())
          .as(inHand)
          .extracting(JournalView::id)
          .contains(collected.id());
    }
    assertThat(desk.find(listing.toString(), Lang.EN, true).listings())
        .extracting(ListingFacts::id)
        .containsExactly(listing);
    // who may not see names finds nobody by them
    assertThat(desk.find(name, Lang.EN, false).nothing()).isTrue();
    assertThat(desk.find(pledge.toString(), Lang.EN, false).people()).isEmpty();
    assertThat(desk.find("%", Lang.EN, true).journals()).isEmpty();
    assertThat(desk.find("no such thing at all", Lang.EN, true).nothing()).isTrue();

    // what follows a pledge is not undone by hand
    refused(
        new FinanceRefused.FollowsSomething(JournalType.PLEDGE_COLLECTED),
        officer(),
        collected.id(),
        "it was wrong");
    refused(new AccessRefused.NotAllowed(), investor, collected.id(), "it was wrong");
  }

  @Test
  void undoesAJournalOnceAndSaysWhoAndWhy() {
    Actor officer = officer();
    Money before = balances.of(BANK);
    String reference = "TRN " + Ids.text(Ids.next());
    topUp.handle(new TopUpClearing.Command(officer, usd(17), reference, Ids.text(Ids.next())));
    JournalId booked = journals.withReference(reference, 5).get(0).id();

    refused(new FinanceRefused.NoReason(5, 300), officer, booked, "  no  ");
    refused(new FinanceRefused.NoReason(5, 300), officer, booked, "x".repeat(301));
    refused(new LedgerRefused.NotInLedger(), officer, new JournalId(Ids.next()), "it was wrong");
    assertThat(journals.reversalOf(booked)).isEmpty();

    JournalId reversal =
        reverse.handle(
            new ReverseJournal.Command(
                officer, booked, "Sent to another account.", Ids.text(Ids.next())));
    assertThat(balances.of(BANK)).isEqualTo(before);
    assertThat(corrections.of(reversal).orElseThrow().why()).isEqualTo("Sent to another account.");
    assertThat(corrections.of(booked)).isEmpty();
    refused(new LedgerRefused.NotReversible(booked.toString()), officer, booked, "and once again");
    refused(
        new FinanceRefused.FollowsSomething(JournalType.REVERSAL),
        officer,
        reversal,
        "and back again");
    assertThat(balances.of(BANK)).isEqualTo(before);
    assertThat(verify.handle().findings())
        .filteredOn(finding -> finding.promise().startsWith("reversals"))
        .allMatch(finding -> finding.fault() == null);
  }

  private static Actor officer() {
    return new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false);
  }

  private JournalView ofPledge(PledgeId pledge, JournalType type) {
    JournalFilter its = new JournalFilter(pledge.value(), null, null, type, null, null);
    return journals.journals(its, new Page.Wish(0, 1)).items().get(0);
  }

  private void refused(Refusal refusal, Actor by, JournalId journal, String reason) {
    assertThatThrownBy(
            () ->
                reverse.handle(
                    new ReverseJournal.Command(by, journal, reason, Ids.text(Ids.next()))))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }
}
