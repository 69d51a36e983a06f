package wasl.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wasl.shared.Lang;
import wasl.shared.Refused;

class ActorTest {

  @ParameterizedTest
  @EnumSource(Permission.class)
  void aVisitorIsAskedToSignInForEverything(Permission permission) {
    assertThat(refusal(Actor.visitor(Lang.AR), permission)).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void anAccountWithoutRolesMayDoNothing(Permission permission) {
    assertThat(refusal(actor(Set.of()), permission)).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void theSystemItselfMayDoWhatTheRulesLetHappen(Permission permission) {
    assertThatCode(() -> Actor.SYSTEM.require(permission)).doesNotThrowAnyException();
  }

  @Test
  void anAuditorOnlyReads() {
    Actor auditor = actor(EnumSet.of(Role.AUDITOR));
    assertThat(Permission.values())
        .filteredOn(auditor::may)
        .containsExactlyInAnyOrder(
            Permission.READ_CASES, Permission.READ_REPORTS, Permission.READ_LEDGER);
  }

  @Test
  void anAdministratorMovesNoMoneyAndVetsNothing() {
    Actor administrator = actor(EnumSet.of(Role.ADMINISTRATOR));
    assertThat(Permission.values())
        .filteredOn(administrator::may)
        .containsExactlyInAnyOrder(
            Permission.MODERATE,
            Permission.READ_REPORTS,
            Permission.OPERATE,
            Permission.ADMINISTER);
  }

  @Test
  void peopleWhoSignedUpNeverGetWhatStaffMay() {
    Actor person = actor(EnumSet.of(Role.INVESTOR, Role.ENTREPRENEUR));
    assertThat(Permission.values())
        .filteredOn(person::may)
        .containsExactlyInAnyOrder(
            Permission.EDIT_OWN_LISTING, Permission.PLACE_PLEDGE, Permission.MANAGE_OWN_PLEDGE);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyStaffRoleHasItsPlaceAndNoOtherRoleHas(Role role) {
    assertThat(role.fits(true) || role.fits(false)).isEqualTo(role.staff());
  }

  @Test
  void rolesAreWrittenAndReadBack() {
    Set<Role> roles = EnumSet.of(Role.AUDITOR, Role.ENTREPRENEUR);
    assertThat(Role.text(roles)).isEqualTo("ENTREPRENEUR,AUDITOR");
    assertThat(Role.parse(Role.text(roles))).isEqualTo(roles);
    assertThat(Role.parse("")).isEmpty();
  }

  private static int refusal(Actor actor, Permission permission) {
    return catchThrowableOfType(Refused.class, () -> actor.require(permission)).refusal().status();
  }

  private static Actor actor(Set<Role> roles) {
    return new Actor(PartyId.next(), roles, null, Lang.EN, false);
  }
}
