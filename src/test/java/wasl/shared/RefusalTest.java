package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wasl.money.MoneyRefused;

class RefusalTest {

  @Test
  void derivesItsKeyAndCodeFromItsType() {
    Refusal refusal = new MoneyRefused.InvalidAmount();
    assertThat(refusal.key()).isEqualTo("money.refused.invalidAmount");
    assertThat(refusal.code()).isEqualTo("invalid-amount");
    assertThat(refusal.status()).isEqualTo(400);
  }

  @Test
  void carriesAllThatMustBeMended() {
    Refused refused =
        new Refused(List.of(new MoneyRefused.InvalidAmount(), new MoneyRefused.InvalidAmount()));
    assertThat(refused.refusals()).hasSize(2);
    assertThat(refused.refusal()).isEqualTo(new MoneyRefused.InvalidAmount());
  }
}
