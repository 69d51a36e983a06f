package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardsTest {

  @ParameterizedTest
  @CsvSource({"visa,Visa", "jcb,JCB", "unionpay,UnionPay", "cartes_bancaires,cartes_bancaires"})
  void aCardIsCalledAsItsBrandWritesItself(String told, String shown) {
    assertThat(new Cards.Saved("pm_1", null, "cus_1", told, "4242").brandName()).isEqualTo(shown);
  }
}
