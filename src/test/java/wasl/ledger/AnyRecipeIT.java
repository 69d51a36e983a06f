package wasl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static wasl.ledger.AccountKind.DISPUTES_RECEIVABLE;
import static wasl.ledger.AccountKind.DISPUTE_FEES;
import static wasl.ledger.AccountKind.ESCROW_BANK;
import static wasl.ledger.AccountKind.GATEWAY_CLEARING;
import static wasl.ledger.AccountKind.GATEWAY_FEES;
import static wasl.ledger.AccountKind.INVESTOR_WALLET;
import static wasl.ledger.AccountKind.LISTING_ESCROW;
import static wasl.ledger.AccountKind.OPERATING_BANK;
import static wasl.ledger.AccountKind.PLATFORM_FEE_INCOME;
import static wasl.ledger.AccountKind.PLATFORM_LOSS;
import static wasl.ledger.AccountKind.PLATFORM_RECOVERY;
import static wasl.ledger.AccountKind.REFUNDS_PAYABLE;
import static wasl.ledger.AccountKind.REPAYMENTS_BANK;
import static wasl.ledger.AccountKind.REPAYMENTS_TO_DISTRIBUTE;
import static wasl.ledger.AccountKind.TIPS_HELD;
import static wasl.ledger.AccountKind.TIP_INCOME;
import static wasl.ledger.AccountKind.TRANCHES_IN_TRANSIT;
import static wasl.ledger.AccountKind.WITHDRAWALS_IN_TRANSIT;
import static wasl.ledger.LedgerFixtures.aKey;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Ids;
import wasl.shared.Refused;

/**
 * Every row of the product's table of money in any order and of any amount, in a currency that no
 * other test books: what is posted is what a simple sum says, no account of others goes below zero,
 * and what is refused changes nothing.
 */
@ExtendWith(ArquillianExtension.class)
class AnyRecipeIT {

  /** A row of the table: what is debited, and what is credited. */
  private record Recipe(JournalType type, List<AccountKind> debits, List<AccountKind> credits) {}

  private static final List<Recipe> TABLE =
      List.of(
          row(JournalType.PLEDGE_COLLECTED, of(GATEWAY_CLEARING), of(LISTING_ESCROW, TIPS_HELD)),
          row(JournalType.GATEWAY_FEE, of(GATEWAY_FEES), of(GATEWAY_CLEARING)),
          row(JournalType.GATEWAY_PAYOUT, of(ESCROW_BANK), of(GATEWAY_CLEARING)),
          row(JournalType.CLEARING_TOP_UP, of(GATEWAY_CLEARING), of(OPERATING_BANK)),
          row(JournalType.REFUND, of(LISTING_ESCROW, TIPS_HELD), of(GATEWAY_CLEARING)),
          row(JournalType.REFUND, of(LISTING_ESCROW, PLATFORM_LOSS), of(GATEWAY_CLEARING)),
          row(JournalType.REFUND_FAILED, of(GATEWAY_CLEARING), of(REFUNDS_PAYABLE)),
          row(JournalType.REFUND, of(REFUNDS_PAYABLE), of(GATEWAY_CLEARING)),
          row(JournalType.DISPUTE_OPENED, of(DISPUTES_RECEIVABLE), of(GATEWAY_CLEARING)),
          row(JournalType.DISPUTE_FEE, of(DISPUTE_FEES), of(GATEWAY_CLEARING)),
          row(JournalType.DISPUTE_WON, of(GATEWAY_CLEARING), of(DISPUTES_RECEIVABLE)),
          row(
              JournalType.DISPUTE_LOST,
              of(LISTING_ESCROW, TIPS_HELD, PLATFORM_LOSS),
              of(DISPUTES_RECEIVABLE)),
          row(JournalType.TIPS_EARNED, of(TIPS_HELD), of(TIP_INCOME)),
          row(JournalType.ESCROW_SWEEP, of(OPERATING_BANK), of(ESCROW_BANK)),
          row(
              JournalType.TRANCHE_APPROVED,
              of(LISTING_ESCROW),
              of(TRANCHES_IN_TRANSIT, PLATFORM_FEE_INCOME)),
          row(JournalType.TRANCHE_CONFIRMED, of(TRANCHES_IN_TRANSIT), of(ESCROW_BANK)),
          row(JournalType.TRANCHE_REJECTED, of(TRANCHES_IN_TRANSIT), of(LISTING_ESCROW)),
          row(JournalType.REPAYMENT_RECEIVED, of(REPAYMENTS_BANK), of(REPAYMENTS_TO_DISTRIBUTE)),
          row(
              JournalType.REPAYMENT_DISTRIBUTED,
              of(REPAYMENTS_TO_DISTRIBUTE),
              of(INVESTOR_WALLET, INVESTOR_WALLET, PLATFORM_RECOVERY)),
          row(JournalType.WALLET_WITHDRAWN, of(INVESTOR_WALLET), of(WITHDRAWALS_IN_TRANSIT)),
          row(JournalType.WITHDRAWAL_CONFIRMED, of(WITHDRAWALS_IN_TRANSIT), of(REPAYMENTS_BANK)));

  /** Other people's money, said here once more and not asked of what is tested. */
  private static final Set<AccountKind> OTHERS =
      EnumSet.of(
          LISTING_ESCROW,
          TIPS_HELD,
          REFUNDS_PAYABLE,
          TRANCHES_IN_TRANSIT,
          REPAYMENTS_TO_DISTRIBUTE,
          INVESTOR_WALLET,
          WITHDRAWALS_IN_TRANSIT);

  private static final Set<AccountKind> INCOME =
      EnumSet.of(TIP_INCOME, PLATFORM_FEE_INCOME, PLATFORM_RECOVERY);

  @Inject private Ledger ledger;
  @Inject private Balances balances;
  @Inject private LedgerQueries journals;
  @Inject private VerifyLedger verify;
  @Resource private UserTransaction transaction;

  private final Map<AccountRef, Long> model = new HashMap<>();
  private final List<JournalId> posted = new ArrayList<>();
  private final long[] owners = {Ids.next(), Ids.next(), Ids.next()};
  private int refused;

  @Test
  void keepsEveryPromiseInAnyOrder() throws Exception {
    for (AccountKind kind : AccountKind.values()) {
      if (kind.owner() == AccountOwner.PLATFORM) {
        AccountRef account = AccountRef.of(kind, Currency.IQD);
        model.put(account, balances.of(account).amountMinor());
      }
    }
    final long atFirst = sum();
    Random random = new Random(20_261_122);
    for (int step = 0; step < 500; step++) {
      if (random.nextInt(12) == 0 && !posted.isEmpty()) {
        undo(posted.get(random.nextInt(posted.size())));
      } else {
        post(entry(TABLE.get(random.nextInt(TABLE.size())), random));
      }
    }
    assertThat(refused).as("refused").isBetween(20, 480);
    for (Map.Entry<AccountRef, Long> account : model.entrySet()) {
      assertThat(balances.of(account.getKey()))
          .as("%s", account.getKey())
          .isEqualTo(Money.minor(account.getValue(), Currency.IQD));
      if (OTHERS.contains(account.getKey().kind())) {
        assertThat(account.getValue()).as("%s", account.getKey()).isNotNegative();
      }
    }
    // what all debits brought, all credits brought
    assertThat(sum()).isEqualTo(atFirst);
    assertThat(verify.handle().findings())
        .filteredOn(finding -> !finding.promise().contains("follow"))
        .allMatch(finding -> finding.fault() == null);
  }

  private JournalEntry entry(Recipe recipe, Random random) {
    long total = 3 + random.nextInt(2_000);
    List<JournalEntry.Line> lines = new ArrayList<>();
    add(lines, recipe.debits(), Side.DEBIT, total, random);
    add(lines, recipe.credits(), Side.CREDIT, total, random);
    return new JournalEntry(
        recipe.type(), aKey(), LedgerFixtures.THEN, JournalReference.to("any"), lines);
  }

  private void add(
      List<JournalEntry.Line> lines,
      List<AccountKind> kinds,
      Side side,
      long total,
      Random random) {
    List<Long> weights = kinds.stream().map(kind -> 1L + random.nextInt(9)).toList();
    List<Money> parts = Money.minor(total, Currency.IQD).split(weights);
    for (int i = 0; i < kinds.size(); i++) {
      AccountKind kind = kinds.get(i);
      boolean own = kind.owner() != AccountOwner.PLATFORM;
      long owner = own ? owners[random.nextInt(owners.length)] : 0;
      if (parts.get(i).isPositive()) {
        lines.add(
            new JournalEntry.Line(new AccountRef(kind, Currency.IQD, owner), side, parts.get(i)));
      }
    }
  }

  private void post(JournalEntry entry) throws Exception {
    boolean covered = covered(entry.lines());
    String key = entry.idempotencyKey();
    transaction.begin();
    try {
      JournalId id = ledger.post(entry);
      transaction.commit();
      assertThat(covered).as("%s %s", entry.type(), entry.lines()).isTrue();
      posted.add(id);
      apply(entry.lines());
    } catch (Refused no) {
      transaction.rollback();
      refused++;
      assertThat(no.refusal()).isInstanceOf(LedgerRefused.Overdraft.class);
      assertThat(covered).as("%s %s", entry.type(), entry.lines()).isFalse();
      assertThat(journals.withReference(key, 1)).isEmpty();
    }
  }

  private void undo(JournalId id) throws Exception {
    List<JournalEntry.Line> lines =
        journals.journal(id).orElseThrow().entries().stream()
            .map(
                line ->
                    new JournalEntry.Line(line.account(), line.side().opposite(), line.amount()))
            .toList();
    boolean once = journals.reversalOf(id).isEmpty();
    boolean covered = covered(lines);
    transaction.begin();
    try {
      ledger.reverse(id, aKey(), LedgerFixtures.THEN);
      transaction.commit();
      assertThat(once && covered).isTrue();
      apply(lines);
    } catch (Refused no) {
      transaction.rollback();
      refused++;
      assertThat(once && covered).isFalse();
    }
  }

  private boolean covered(List<JournalEntry.Line> lines) {
    Map<AccountRef, Long> after = new HashMap<>();
    lines.forEach(line -> after.merge(line.account(), change(line), Long::sum));
    return after.entrySet().stream()
        .allMatch(
            account ->
                !OTHERS.contains(account.getKey().kind())
                    || account.getValue() >= 0
                    || model.getOrDefault(account.getKey(), 0L) + account.getValue() >= 0);
  }

  private void apply(List<JournalEntry.Line> lines) {
    lines.forEach(line -> model.merge(line.account(), change(line), Long::sum));
  }

  private static long change(JournalEntry.Line line) {
    long minor = line.amount().amountMinor();
    return line.side() == normalSide(line.account()) ? minor : -minor;
  }

  private static Side normalSide(AccountRef account) {
    AccountKind kind = account.kind();
    return OTHERS.contains(kind) || INCOME.contains(kind) ? Side.CREDIT : Side.DEBIT;
  }

  /** Of all accounts, debits positive. */
  private long sum() {
    return model.entrySet().stream()
        .mapToLong(
            account ->
                normalSide(account.getKey()) == Side.DEBIT
                    ? account.getValue()
                    : -account.getValue())
        .sum();
  }

  private static Recipe row(JournalType type, List<AccountKind> debits, List<AccountKind> credits) {
    return new Recipe(type, debits, credits);
  }

  private static List<AccountKind> of(AccountKind... kinds) {
    return Arrays.asList(kinds);
  }
}
