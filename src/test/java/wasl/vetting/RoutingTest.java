package wasl.vetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.Sector;
import wasl.party.InstitutionId;
import wasl.shared.Refused;
import wasl.vetting.RoutingRule.Lead;
import wasl.vetting.RoutingRule.Matter;

class RoutingTest {
  private static final Lead AGRICULTURE = new Lead(new InstitutionId(16), 20);
  private static final Lead MIGRATION = new Lead(new InstitutionId(13), 15);
  private static final RoutingRule LARGE_FARMS =
      new RoutingRule(1, 10, Sector.A, null, null, 10_000_000L, null, AGRICULTURE);
  private static final RoutingRule FOR_ALL =
      new RoutingRule(2, 100, null, null, null, null, null, MIGRATION);

  private static Matter farm(long goalMinor) {
    return new Matter(Sector.A, Governorate.BA, FundingModel.GRANT, goalMinor);
  }

  @Test
  void theFirstRuleThatFitsLeads() {
    List<RoutingRule> rules = List.of(LARGE_FARMS, FOR_ALL);
    assertThat(Routing.first(rules, farm(10_000_000)).lead()).isEqualTo(AGRICULTURE);
    assertThat(Routing.first(rules, farm(9_999_999)).lead()).isEqualTo(MIGRATION);
  }

  @Test
  void theEndOfARangeIsNotIncluded() {
    RoutingRule small = new RoutingRule(3, 1, null, null, null, 0L, 100L, AGRICULTURE);
    assertThat(small.fits(farm(99))).isTrue();
    assertThat(small.fits(farm(100))).isFalse();
  }

  @Test
  void everyNamedColumnMustFit() {
    RoutingRule narrow =
        new RoutingRule(
            3, 1, Sector.A, Governorate.SU, FundingModel.GRANT, null, null, AGRICULTURE);
    assertThat(narrow.fits(farm(1))).isFalse();
    assertThat(narrow.fits(new Matter(Sector.A, Governorate.SU, FundingModel.GRANT, 1))).isTrue();
    assertThat(narrow.forAll()).isFalse();
    assertThat(FOR_ALL.forAll()).isTrue();
  }

  @Test
  void refusesWhenNoRuleFits() {
    assertThatThrownBy(() -> Routing.first(List.of(LARGE_FARMS), farm(1)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusal()).isInstanceOf(VettingRefused.RuleForAllMissing.class));
  }

  @Test
  void refusesRulesThatCannotBeMeant() {
    assertThatThrownBy(() -> new RoutingRule(1, 1, null, null, null, 5L, 5L, MIGRATION))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> new RoutingRule(1, 1, null, null, null, -1L, null, MIGRATION))
        .isInstanceOf(Refused.class);
    Lead tooLong = new Lead(new InstitutionId(13), 91);
    assertThatThrownBy(() -> new RoutingRule(1, 1, null, null, null, null, null, tooLong))
        .isInstanceOf(Refused.class);
    Lead nobody = new Lead(null, 10);
    assertThatThrownBy(() -> new RoutingRule(1, 1, null, null, null, null, null, nobody))
        .isInstanceOf(Refused.class);
  }
}
