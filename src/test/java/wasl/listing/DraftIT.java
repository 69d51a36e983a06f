package wasl.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.shared.Lang;
import wasl.shared.Refused;

/** A draft against the real database, with forms that are sent twice. */
@ExtendWith(ArquillianExtension.class)
class DraftIT {

  @Inject private StartListing startListing;
  @Inject private SaveSection saveSection;
  @Inject private ListingQueries queries;
  @Resource private ManagedExecutorService threads;

  private final Actor owner =
      new Actor(PartyId.next(), Set.of(Role.ENTREPRENEUR), null, Lang.EN, false);

  @Test
  void ofTwoThatBeginTheSameDraftAtOnceOneBeginsIt() throws Exception {
    for (int round = 0; round < 5; round++) {
      StartListing.Command start = new StartListing.Command(owner, ListingId.next(), null);
      twiceAtOnce(() -> startListing.handle(start));
    }
    assertThat(queries.mine(owner.party())).hasSize(5);
    assertThat(queries.mine(owner.party()))
        .extracting(ListingFacts::business)
        .doesNotHaveDuplicates();
  }

  @Test
  void aFormThatIsSentTwiceIsSavedOnce() throws Exception {
    ListingId listing = ListingId.next();
    startListing.handle(new StartListing.Command(owner, listing, null));
    for (ListingContent.Part part : everyPart()) {
      SaveSection.Command save = new SaveSection.Command(owner, listing, 0, part);
      saveSection.handle(save);
      saveSection.handle(save);
      twiceAtOnce(() -> saveSection.handle(save));
    }
    assertThat(queries.whole(listing).content().versions().values())
        .hasSize(Section.values().length)
        .containsOnly(1);

    SaveSection.Command other =
        new SaveSection.Command(owner, listing, 0, new ListingContent.Files(null));
    assertThatThrownBy(() -> saveSection.handle(other))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusal())
                    .isEqualTo(new ListingRefused.EditConflict(Section.FILES)));
  }

  private void twiceAtOnce(Runnable work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<Void>> both =
        List.of(threads.submit(() -> go(start, work)), threads.submit(() -> go(start, work)));
    for (Future<Void> each : both) {
      each.get();
    }
  }

  private static Void go(CyclicBarrier start, Runnable work) throws Exception {
    start.await();
    work.run();
    return null;
  }

  private static List<ListingContent.Part> everyPart() {
    return List.of(
        new Business.Details(
            "نول الناصرية",
            Business.LegalForm.NOT_REGISTERED,
            null,
            Governorate.DQ,
            "DQ-01",
            Sector.C,
            2019,
            3,
            true,
            false,
            false),
        new ListingContent.Words(
            Lang.AR,
            Map.of(
                Lang.AR, new ListingContent.Text("نول جديد", "خلاصة", "قصة\n\nطويلة"),
                Lang.EN, new ListingContent.Text("A new loom", null, null))),
        new ListingContent.Plan(
            FundingModel.GRANT,
            Currency.USD,
            Money.minor(100_000, Currency.USD),
            null,
            null,
            null,
            30,
            List.of(
                ListingContent.BudgetLine.typed("صوف", 7, Money.minor(13_000, Currency.IQD), true),
                ListingContent.BudgetLine.typed(
                    "A loom", 1, Money.minor(90_000, Currency.USD), false))),
        new ListingContent.Milestones(
            List.of(
                new ListingContent.Milestone(
                    "Bought", 6_000, LocalDate.parse("2027-06-01"), "The bill"),
                new ListingContent.Milestone("Woven", null, null, null))),
        new ListingContent.Risks(
            List.of(new ListingContent.Risk("Wool gets dearer", "We buy early")),
            2,
            null,
            List.of("weaving", "محاسبة")),
        new ListingContent.Terms(3, 12, 1, null, null, "What is risked"),
        new ListingContent.Files("https://video.example/loom"));
  }
}
