package wasl.party;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What an account may be. A person's account may be entrepreneur and investor at once. */
public enum Role {
  ENTREPRENEUR,
  INVESTOR,
  REVIEWER,
  FINANCE,
  AUDITOR,
  ADMINISTRATOR;

  /** Staff accounts exist by invitation only and belong to exactly one institution. */
  public boolean staff() {
    return this != ENTREPRENEUR && this != INVESTOR;
  }

  /**
   * Whether an officer of such an institution can have it: ministries review, the platform's
   * operator moves money and runs the installation, both may have auditors.
   *
   * @param operator whether the institution is the platform's operator
   */
  public boolean fits(boolean operator) {
    return switch (this) {
      case REVIEWER -> !operator;
      case FINANCE, ADMINISTRATOR -> operator;
      case AUDITOR -> true;
      case ENTREPRENEUR, INVESTOR -> false;
    };
  }

  /** Several roles in one column. */
  static String text(Collection<Role> roles) {
    return roles.stream().sorted().distinct().map(Role::name).collect(Collectors.joining(","));
  }

  /** The roles of such a column. */
  static Set<Role> parse(String text) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(text.split(","))
        .filter(name -> !name.isEmpty())
        .map(Role::valueOf)
        .forEach(roles::add);
    return Collections.unmodifiableSet(roles);
  }
}
