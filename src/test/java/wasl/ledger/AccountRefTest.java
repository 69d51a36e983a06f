package wasl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.ledger.AccountKind.ESCROW_BANK;
import static wasl.ledger.AccountKind.GATEWAY_CLEARING;
import static wasl.ledger.AccountKind.GATEWAY_FEES;
import static wasl.ledger.AccountKind.INVESTOR_WALLET;
import static wasl.ledger.AccountKind.LISTING_ESCROW;
import static wasl.ledger.AccountKind.TIPS_HELD;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wasl.money.Currency;
import wasl.shared.Ids;

class AccountRefTest {

  private static final EnumSet<AccountKind> OWNED =
      EnumSet.of(LISTING_ESCROW, TIPS_HELD, INVESTOR_WALLET);

  @ParameterizedTest
  @EnumSource
  void hasANameThatLeadsBackToIt(AccountKind kind) {
    AccountRef account =
        OWNED.contains(kind)
            ? AccountRef.of(kind, Currency.USD, 4711)
            : AccountRef.of(kind, Currency.USD);
    String owner = OWNED.contains(kind) ? ":" + Ids.text(4711) : "";
    assertThat(account).hasToString(kind + ":USD" + owner);
    assertThat(AccountRef.parse(account.toString())).contains(account);
    assertThat(account.owner()).isEqualTo(OWNED.contains(kind) ? 4711 : 0);
  }

  @Test
  void noOtherNameLeadsAnywhere() {
    for (String name :
        new String[] {
          null,
          "",
          "GATEWAY_CLEARING",
          "NOTHING:USD",
          "GATEWAY_CLEARING:GBP",
          "GATEWAY_CLEARING:USD:" + Ids.text(1),
          "GATEWAY_CLEARING:USD:" + Ids.text(1) + ":",
          "LISTING_ESCROW:USD",
          "LISTING_ESCROW:USD:" + Ids.text(0),
          "LISTING_ESCROW:USD:not-an-id"
        }) {
      assertThat(AccountRef.parse(name)).as(String.valueOf(name)).isEmpty();
    }
  }

  @Test
  void anAccountOfThePlatformHasNoOwnerAndOthersHaveOne() {
    assertThatThrownBy(() -> AccountRef.of(GATEWAY_FEES, Currency.USD, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AccountRef.of(TIPS_HELD, Currency.USD))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void accountsStandInTheOrderOfKindCurrencyAndOwner() {
    List<AccountRef> ordered =
        List.of(
            AccountRef.of(GATEWAY_CLEARING, Currency.USD),
            AccountRef.of(GATEWAY_CLEARING, Currency.EUR),
            AccountRef.of(ESCROW_BANK, Currency.USD),
            AccountRef.of(LISTING_ESCROW, Currency.USD, 1),
            AccountRef.of(LISTING_ESCROW, Currency.USD, 2));
    List<AccountRef> sorted = new ArrayList<>(ordered);
    java.util.Collections.reverse(sorted);
    java.util.Collections.sort(sorted);
    assertThat(sorted).startsWith(sorted.get(0)).isSorted();
    assertThat(sorted.get(sorted.size() - 1)).isEqualTo(ordered.get(4));
    assertThat(sorted.get(2)).isEqualTo(ordered.get(2));
  }

  @ParameterizedTest
  @EnumSource
  void onlyOtherPeoplesMoneyIsGuarded(AccountKind kind) {
    assertThat(kind.guarded()).isEqualTo(kind.accountClass() == AccountClass.LIABILITY);
    boolean debit =
        kind.accountClass() == AccountClass.ASSET || kind.accountClass() == AccountClass.EXPENSE;
    assertThat(kind.normalSide()).isEqualTo(debit ? Side.DEBIT : Side.CREDIT);
    assertThat(kind.normalSide().opposite()).isEqualTo(debit ? Side.CREDIT : Side.DEBIT);
  }
}
