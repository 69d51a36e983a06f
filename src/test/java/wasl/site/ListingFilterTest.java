package wasl.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wasl.listing.FundingModel;
import wasl.listing.ListingState;
import wasl.shared.QueryRefused;
import wasl.shared.Refused;

class ListingFilterTest {

  @ParameterizedTest
  @CsvSource({
    "state, DRAFT",
    "state, nonsense",
    "sector, Z",
    "governorate, BA",
    "model, LOAN",
    "institution, 7",
    "sort, cheapest"
  })
  void toPeopleAnUnknownFilterIsNoneAndToProgramsAMistake(String name, String value) {
    var question = Map.of(name, value);

    assertThat(ListingFilter.of(question::get)).isEqualTo(ListingFilter.of(Map.of("q", "")::get));
    assertThatThrownBy(() -> ListingFilter.exactly(question::get))
        .isInstanceOfSatisfying(
            Refused.class,
            it -> assertThat(it.refusal()).isEqualTo(new QueryRefused.InvalidFilter(name)));
  }

  @Test
  void readsWhatIsKnownInAnyCaseAndLeavesOutWhatIsBlank() {
    var search =
        ListingFilter.exactly(Map.of("state", "live", "model", "GRANT", "sector", " ")::get);

    assertThat(search.states()).isEqualTo(Set.of(ListingState.LIVE));
    assertThat(search.model()).isEqualTo(FundingModel.GRANT);
    assertThat(search.sector()).isNull();
  }
}
