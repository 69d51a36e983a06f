package wasl.party;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import wasl.shared.Lang;

/** Accounts for tests, made by their real verbs. */
final class PartyFixtures {

  static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  static final EmailAddress EMAIL = EmailAddress.of("shilan@example.com");

  private PartyFixtures() {}

  static Party.Profile profile(String name) {
    return new Party.Profile(PersonName.of(name), "SE", Lang.CKB, AddressForm.F);
  }

  static Party anInvestor() {
    return Party.register(
        PartyId.next(), EMAIL, profile("شیلان ئازاد"), EnumSet.of(Role.INVESTOR), "hash", NOW);
  }

  static Party anOfficer() {
    return Party.enlist(
        EMAIL, profile("هدى علي"), Set.of(Role.REVIEWER), new InstitutionId(13), 7, NOW);
  }
}
