package wasl.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartyTest {

  @Test
  void waitsForItsConfirmation() {
    Party party = PartyFixtures.anInvestor();
    assertThat(party.confirmed()).isFalse();
    party.confirm(PartyFixtures.NOW);
    assertThat(party.confirmed()).isTrue();
  }

  @Test
  void takesWhatWasTypedLastUntilSomebodyProvedToBeTheOwner() {
    Party party = PartyFixtures.anInvestor();
    int stamp = party.stamp();
    party.registerAgain(
        PartyFixtures.profile("ژیان سیروان"), EnumSet.of(Role.ENTREPRENEUR), "other");
    assertThat(party.name()).isEqualTo("ژیان سیروان");
    assertThat(party.roles()).containsExactly(Role.ENTREPRENEUR);
    assertThat(party.passwordHash()).isEqualTo("other");
    assertThat(party.stamp()).isGreaterThan(stamp);
  }

  @Test
  void isNeverTakenOverByASecondSignUp() {
    Party party = PartyFixtures.anInvestor();
    party.confirm(PartyFixtures.NOW);
    assertThatThrownBy(
            () ->
                party.registerAgain(
                    PartyFixtures.profile("Somebody Else"), EnumSet.of(Role.INVESTOR), "theirs"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(party.passwordHash()).isEqualTo("hash");
  }

  @Test
  void nobodyMakesAnOfficerOfHimself() {
    Party party = PartyFixtures.anInvestor();
    party.choose(EnumSet.allOf(Role.class));
    assertThat(party.roles()).containsExactly(Role.ENTREPRENEUR, Role.INVESTOR);
  }

  @Test
  void anOfficerKeepsTheRolesOfTheInvitation() {
    Party officer = PartyFixtures.anOfficer();
    officer.choose(Set.of());
    assertThat(officer.roles()).containsExactly(Role.REVIEWER);
    assertThat(officer.officer()).isEqualTo(7);
    assertThat(officer.confirmed()).isTrue();
  }
}
