package wasl.party;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What may be done, and by which roles: the one place that decides. Row-level limits (own listings,
 * the institution's cases) are checked by the use case on the row.
 */
public enum Permission {
  EDIT_OWN_LISTING(Role.ENTREPRENEUR),
  PLACE_PLEDGE(Role.INVESTOR),
  MANAGE_OWN_PLEDGE(Role.INVESTOR),
  REVIEW(Role.REVIEWER),
  READ_CASES(Role.REVIEWER, Role.AUDITOR),
  MODERATE(Role.ADMINISTRATOR, Role.REVIEWER),
  READ_REPORTS(Role.ADMINISTRATOR, Role.REVIEWER, Role.AUDITOR),
  READ_LEDGER(Role.FINANCE, Role.AUDITOR),
  MOVE_MONEY(Role.FINANCE),
  OPERATE(Role.ADMINISTRATOR, Role.FINANCE),
  ADMINISTER(Role.ADMINISTRATOR);

  private final Set<Role> roles;

  Permission(Role... roles) {
    this.roles =
        Arrays.stream(roles).collect(() -> EnumSet.noneOf(Role.class), Set::add, Set::addAll);
  }

  /** Whether any of these roles has it. */
  public boolean givenTo(Set<Role> held) {
    return held.stream().anyMatch(roles::contains);
  }
}
