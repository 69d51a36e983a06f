package wasl.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartyTest {

  @Test
  void isSwitchedOffAndOnOnce() {
    Party officer = PartyFixtures.anOfficer();
    int stamp = officer.stamp();
    assertThat(officer.switchOn()).isFalse();
    assertThat(officer.switchOff(PartyFixtures.NOW)).isTrue();
    assertThat(officer.switchOff(PartyFixtures.NOW)).isFalse();
    assertThat(officer.stamp()).as("sessions end").isEqualTo(stamp + 1);
    assertThat(officer.switchOn()).isTrue();
    assertThat(officer.stamp()).as("and do not come back").isEqualTo(stamp + 1);
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
  }
}
