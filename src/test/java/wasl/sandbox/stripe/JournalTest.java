package wasl.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  /** What a killed process leaves behind: the file as it is, nothing closed. */
  private Path killed() throws IOException {
    Path copy = Files.createTempDirectory(folder, "killed");
    Files.copy(folder.resolve("stripe.jsonl"), copy.resolve("stripe.jsonl"));
    return copy;
  }

  private static PaymentIntent charge(Shop shop, Customer customer, String method)
      throws Exception {
    return shop.stripe
        .v1()
        .paymentIntents()
        .create(
            Shop.charge(customer, method, 5000).build(),
            RequestOptions.builder().setIdempotencyKey("p1-1").build());
  }

  @Test
  void keepsEverythingOverAKill() throws Exception {
    try (Shop before = Shop.keptIn(folder)) {
      before.shiftClock(1000);
      Customer customer = before.customer();
      String method = before.savedCard(customer, "4242424242424242");
      PaymentIntent intent = charge(before, customer, method);

      try (Shop after = Shop.keptIn(killed())) {
        assertThat(after.control("GET", "state", "")).isEqualTo(before.control("GET", "state", ""));
        PaymentIntent again = charge(after, customer, method);
        assertThat(again.getId()).isEqualTo(intent.getId());
        assertThat(after.control("GET", "state", "").getAsJsonArray("charges")).hasSize(1);
      }
    }
  }

  @Test
  void cutsOffALineThatTheKillLeftUnfinished() throws Exception {
    try (Shop before = Shop.keptIn(folder)) {
      before.customer();
      Path copy = killed();
      Files.writeString(
          copy.resolve("stripe.jsonl"), "{\"put\":[{\"id\":\"cus_", StandardOpenOption.APPEND);
      try (Shop after = Shop.keptIn(copy)) {
        assertThat(after.stripe.v1().customers().list().getData()).hasSize(1);
        after.customer();
      }
      try (Shop later = Shop.keptIn(copy)) {
        assertThat(later.stripe.v1().customers().list().getData()).hasSize(2);
      }
    }
  }

  @Test
  void deliversAfterTheRestartWhatWasNotDeliveredBefore() throws Exception {
    try (Shop before = Shop.keptIn(folder);
        Mailslot mailslot = new Mailslot()) {
      before.customer();
      try (Shop after =
          new Shop(
              StripeSandboxSettings.inMemory(Shop.KEY)
                  .keptIn(killed())
                  .telling(mailslot.url(), Mailslot.SECRET))) {
        mailslot.next("customer.created");
      }
    }
  }

  @Test
  void forgetsWhatWasOverwrittenWhenItGrowsLong() throws Exception {
    try (Shop before = Shop.keptIn(folder)) {
      for (int i = 0; i < 1500; i++) {
        before.shiftClock(i);
      }
      before.customer();
    }
    long size = Files.size(folder.resolve("stripe.jsonl"));
    try (Shop after = Shop.keptIn(folder)) {
      assertThat(Files.size(folder.resolve("stripe.jsonl"))).isLessThan(size / 4);
      after.customer();
    }
    try (Shop later = Shop.keptIn(folder)) {
      assertThat(later.stripe.v1().customers().list().getData()).hasSize(2);
    }
  }

  @Test
  void refusesAJournalThatIsDamagedInTheMiddle() throws Exception {
    Files.writeString(folder.resolve("stripe.jsonl"), "{\"clock\":1}\nrubbish\n{\"clock\":2}\n");
    assertThatThrownBy(() -> Shop.keptIn(folder))
        .isInstanceOf(DamagedJournal.class)
        .hasMessage("stripe.jsonl at byte 12");
  }

  @Test
  void refusesAFolderThatAnotherSandboxUses() {
    try (Shop first = Shop.keptIn(folder)) {
      assertThat(first.sandbox.port()).isPositive();
      assertThatThrownBy(() -> Shop.keptIn(folder)).hasMessageContaining("another Stripe sandbox");
    }
  }
}
