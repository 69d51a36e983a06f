package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wasl.finance.FeePostings;
import wasl.ledger.AccountRef;
import wasl.ledger.JournalEntry;
import wasl.ledger.JournalEntry.Line;
import wasl.ledger.JournalReference;
import wasl.ledger.JournalType;
import wasl.ledger.Side;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.payout.PayoutPostings;
import wasl.pledge.PledgeId;

/**
 * One example of each recipe, told as the story of two pledges; docs/ledger.md shows them as they
 * are posted. Run with {@code -Dwasl.docs.write=true} to write them there anew.
 */
class RecipesTest {

  private static final Path DOCUMENT = Path.of("docs/ledger.md");
  private static final String BEGIN = "<!-- recipes -->\n";
  private static final String END = "<!-- /recipes -->";

  private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");
  private static final ListingId LISTING = new ListingId(700_000_000_000L);
  private static final Attempt ATTEMPT = attempt(1);

  @Test
  void theDocumentShowsEachRecipeAsItIsPosted() throws IOException {
    String document = Files.readString(DOCUMENT);
    int from = document.indexOf(BEGIN) + BEGIN.length();
    int to = document.indexOf(END);
    if (Boolean.getBoolean("wasl.docs.write")) {
      Files.writeString(DOCUMENT, document.substring(0, from) + table() + document.substring(to));
      return;
    }
    assertThat(document.substring(from, to)).isEqualTo(table());
  }

  @Test
  void everyTypeOfJournalThatCanHappenHasAnExample() {
    assertThat(examples().values())
        .extracting(JournalEntry::type)
        .contains(
            JournalType.PLEDGE_COLLECTED,
            JournalType.GATEWAY_FEE,
            JournalType.FEE_CORRECTED,
            JournalType.GATEWAY_PAYOUT,
            JournalType.CLEARING_TOP_UP,
            JournalType.REFUND,
            JournalType.REFUND_FAILED,
            JournalType.REFUND_PAID,
            JournalType.REFUND_CHARGED_BACK,
            JournalType.DISPUTE_OPENED,
            JournalType.DISPUTE_FEE,
            JournalType.DISPUTE_WON,
            JournalType.DISPUTE_LOST,
            JournalType.TIPS_EARNED,
            JournalType.ESCROW_SWEEP,
            JournalType.TRANCHE_APPROVED,
            JournalType.TRANCHE_CONFIRMED,
            JournalType.TRANCHE_REJECTED);
  }

  /** Whatever is collected is given back, lost, disbursed or earned: nothing else leaves. */
  @Test
  void nothingComesOutOfNothing() {
    Map<AccountRef, Money> sums = new TreeMap<>();
    for (JournalEntry entry : examples().values()) {
      for (Line line : entry.lines()) {
        Money signed = line.side() == Side.DEBIT ? line.amount() : line.amount().negated();
        sums.merge(line.account(), signed, Money::plus);
      }
    }
    assertThat(sums.values().stream().reduce(usd(0), Money::plus)).isEqualTo(usd(0));
  }

  private static Map<String, JournalEntry> examples() {
    Map<String, JournalEntry> all = new LinkedHashMap<>();
    Money hundred = usd(10_000);
    Money tip = usd(200);
    StripeGateway.DisputeAnswer dispute =
        new StripeGateway.DisputeAnswer(
            "dp_1",
            "ch_1",
            "pi_1",
            usd(10_200),
            usd(1_500),
            "needs_response",
            "fraudulent",
            AT,
            AT);
    all.put(
        "A pledge of 100 with a tip of 2 is collected",
        PaymentPostings.collected(ATTEMPT, new ChargeOutcome.Paid("pi_1", "ch_1", AT, usd(326))));
    all.put(
        "The gateway’s fee of it is known",
        PaymentPostings.gatewayFee(ATTEMPT, "ch_1", usd(326), AT));
    JournalReference charge = new JournalReference(LISTING.value(), 7L, "ch_1");
    all.put(
        "The gateway kept 0.14 more of it, which an officer books",
        FeePostings.corrected(1, MovementPart.CHARGE, charge, usd(14), AT));
    all.put(
        "The gateway gives a dispute’s fee back",
        FeePostings.corrected(2, MovementPart.DISPUTE_REVERSAL, charge, usd(-1_500), AT));
    all.put(
        "The gateway pays 90 out to the bank",
        PaymentPostings.payout(new StripeGateway.PayoutAnswer("po_1", usd(9_000), "paid", AT), 1));
    all.put(
        "The clearing is too small for a refund: 5 of our own money",
        PaymentPostings.topUp("TRN-7781", usd(500), "TRN 7781", AT));
    all.put("Pledge and tip go back", refund(hundred, tip, hundred, tip));
    all.put("The bank sends that refund back", refundFailed(hundred, tip));
    all.put(
        "… and it goes to the card after all",
        PaymentPostings.refundRetried(refundOf(hundred, tip), "re_2", AT));
    all.put(
        "… or is paid to the investor by bank transfer",
        PaymentPostings.refundPaid(refundOf(hundred, tip), "TRN-7803", AT));
    all.put("A charge is disputed", PaymentPostings.disputeOpened(ATTEMPT, dispute));
    all.put("… and costs a fee", PaymentPostings.disputeFee(ATTEMPT, dispute));
    all.put("The dispute is won", PaymentPostings.disputeWon(ATTEMPT, dispute, AT));
    all.put("The dispute is lost while all still lies there", lost(dispute, hundred, tip));
    all.put("The listing is funded", PaymentPostings.tipsEarned(LISTING, tip, AT));
    all.put(
        "A tranche of 40 is approved, fee 5 %",
        PayoutPostings.approved(LISTING, "T-1", usd(4_000), usd(200), AT));
    all.put("The bank confirms it", PayoutPostings.confirmed(LISTING, "T-1", usd(3_800), AT));
    all.put("… or the bank sends it back", PayoutPostings.rejected(LISTING, "T-1", usd(3_800), AT));
    all.put(
        "After that tranche the pledge goes back: 60 of it still lies there, the platform bears 42",
        refund(hundred, tip, usd(6_000), usd(0)));
    all.put(
        "A dispute is lost after that tranche, the tips already earned",
        lost(dispute, usd(6_000), usd(0)));
    all.put(
        "A refund comes back whose charge was lost in a dispute meanwhile: nothing is owed",
        PaymentPostings.refundChargedBack(refundOf(hundred, tip), hundred.plus(tip), "dp_1", AT));
    all.put(
        "Tip and fee leave the escrow bank account",
        PayoutPostings.swept("TRN-7802", usd(400), AT));
    return all;
  }

  private static String table() {
    StringBuilder table = new StringBuilder();
    table.append("| Event | Account | Debit | Credit |\n|---|---|---:|---:|\n");
    examples()
        .forEach(
            (what, entry) -> {
              String first = what + "<br>`" + entry.type() + "`";
              for (Line line : entry.lines()) {
                boolean debit = line.side() == Side.DEBIT;
                String amount = line.amount().decimal().toPlainString();
                table.append("| ").append(first).append(" | ").append(name(line.account()));
                table.append(" | ").append(debit ? amount : "").append(" | ");
                table.append(debit ? "" : amount).append(" |\n");
                first = "";
              }
            });
    return table.toString();
  }

  private static String name(AccountRef account) {
    return account.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static JournalEntry refund(Money amount, Money tip, Money fromEscrow, Money fromTips) {
    return PaymentPostings.refund(refundOf(amount, tip), "re_1", AT, fromEscrow, fromTips);
  }

  private static JournalEntry refundFailed(Money amount, Money tip) {
    return PaymentPostings.refundFailed(refundOf(amount, tip), "re_1", AT);
  }

  private static JournalEntry lost(
      StripeGateway.DisputeAnswer dispute, Money fromEscrow, Money fromTips) {
    return PaymentPostings.disputeLost(
        ATTEMPT, dispute, usd(0), new Refunds.Part(fromEscrow, fromTips), AT);
  }

  private static Refund refundOf(Money amount, Money tip) {
    return new Refund(
        800_000_000_000L,
        new PledgeId(500_000_000_000L),
        LISTING,
        ATTEMPT.id(),
        RefundState.STARTED,
        RefundReason.STOPPED,
        amount,
        tip,
        true,
        null,
        null,
        "re_1",
        0,
        AT,
        null);
  }

  private static Attempt attempt(int number) {
    return new Attempt(
        600_000_000_000L + number,
        new PledgeId(500_000_000_000L),
        LISTING,
        number,
        AttemptState.PAID,
        false,
        "cus_1",
        "pm_1",
        usd(10_000),
        usd(200),
        "pi_1",
        "ch_1",
        usd(326),
        null,
        AT,
        AT,
        0,
        null);
  }

  private static Money usd(long minor) {
    return Money.minor(minor, Currency.USD);
  }
}
