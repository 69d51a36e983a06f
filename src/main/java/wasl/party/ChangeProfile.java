package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import wasl.shared.Countries;
import wasl.shared.Lang;
import wasl.shared.Refused;

/**
 * Somebody changes what the account says. A new country of residence counts for new pledges only:
 * each pledge keeps the rule under which it was placed.
 *
 * <p>Refusals: {@link AccessRefused.SignInNeeded}, {@link PartyRefused.InvalidName}, {@link
 * PartyRefused.UnknownCountry}, {@link PartyRefused.RoleNeeded}.
 */
@ApplicationScoped
@Transactional
public class ChangeProfile {

  @Inject private Parties parties;
  @Inject private Actors actors;
  @Inject private PartyQueries queries;

  /**
   * What was typed.
   *
   * @param roles investor, entrepreneur or both; not looked at for officers
   */
  public record Command(
      Actor by, String name, String country, Lang lang, AddressForm addressForm, Set<Role> roles) {}

  /** Changes the account. */
  public void handle(Command command) {
    if (!command.by().signedIn()) {
      throw new Refused(new AccessRefused.SignInNeeded());
    }
    PersonName name = PersonName.of(command.name());
    if (!Countries.known(command.country())) {
      throw new Refused(new PartyRefused.UnknownCountry());
    }
    Party party = parties.lock(command.by().party());
    party.describe(
        new Party.Profile(name, command.country(), command.lang(), command.addressForm()));
    if (party.institution() == null) {
      if (command.roles().stream().allMatch(Role::staff)) {
        throw new Refused(new PartyRefused.RoleNeeded());
      }
      party.choose(command.roles());
    }
    actors.forget();
    queries.forget(command.by().party());
  }
}
