package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import wasl.shared.Countries;
import wasl.shared.DomainEvent;
import wasl.shared.Lang;
import wasl.shared.Refused;

/**
 * Somebody signs up. Whether the address has an account already is told by letter only: the answer,
 * the time it takes, and what signing in says afterwards are the same. No account exists before the
 * letter's link is opened, so a sign-up takes nothing away from anybody and bars no invitation.
 *
 * <p>Refusals: {@link PartyRefused.InvalidEmail}, {@link PartyRefused.InvalidName}, {@link
 * PartyRefused.UnknownCountry}, {@link PartyRefused.RoleNeeded}, {@link
 * PartyRefused.PasswordShort}, {@link PartyRefused.PasswordLong}, {@link
 * PartyRefused.PasswordCommon}, {@link PartyRefused.TooManyAttempts}, {@link PartyRefused.Busy}.
 */
@ApplicationScoped
@Transactional
public class RegisterParty {

  @Inject private Parties parties;
  @Inject private Passwords passwords;
  @Inject private Registrations registrations;
  @Inject private Throttle throttle;
  @Inject private Event<DomainEvent> events;

  /**
   * What was typed.
   *
   * @param country of residence, ISO 3166-1
   * @param lang the language of letters
   * @param roles investor, entrepreneur or both
   * @param address from which the request comes; null for the system itself
   */
  public record Command(
      Actor by,
      String name,
      String email,
      String country,
      Lang lang,
      AddressForm addressForm,
      Set<Role> roles,
      String password,
      String address) {

    @Override
    public String toString() {
      return "RegisterParty.Command[" + email + "]";
    }
  }

  /**
   * Keeps what was typed and asks for the address to be confirmed.
   *
   * @return the path of the letter's link, not to be shown to whoever signs up; nothing where the
   *     address has an account
   */
  public Optional<String> handle(Command command) {
    PersonName name = PersonName.of(command.name());
    EmailAddress email = EmailAddress.of(command.email());
    Party.Profile profile = profile(command, name);
    Set<Role> roles = roles(command.roles());
    String password = PasswordRule.accept(command.password(), email, name.value());
    throttle.count(Throttle.LETTER_ADDRESS, command.address());
    throttle.count(Throttle.LETTER_ACCOUNT, email.value());
    String hash = passwords.hash(password);
    throttle.inTurn(Throttle.LETTER_ACCOUNT, email.value());
    Optional<Party> known = parties.byEmail(email);
    if (known.isPresent()) {
      tellOwner(known.get());
      return Optional.empty();
    }
    PartyId id = PartyId.next();
    String path =
        registrations.add(new Registrations.Registration(id, email, profile, roles, hash));
    events.fire(
        new PartyEvent.EmailConfirmationAsked(
            id, name.value(), profile.addressForm(), email.value(), profile.lang(), path));
    return Optional.of(path);
  }

  private void tellOwner(Party owner) {
    events.fire(
        new PartyEvent.AddressAlreadyKnown(
            owner.id(),
            owner.name(),
            owner.addressForm(),
            owner.email().value(),
            owner.lang(),
            "/forgot"));
  }

  private static Party.Profile profile(Command command, PersonName name) {
    if (!Countries.known(command.country())) {
      throw new Refused(new PartyRefused.UnknownCountry());
    }
    AddressForm form = command.addressForm() == null ? AddressForm.NEUTRAL : command.addressForm();
    return new Party.Profile(name, command.country(), command.lang(), form);
  }

  private static Set<Role> roles(Set<Role> wanted) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    wanted.stream().filter(role -> !role.staff()).forEach(roles::add);
    if (roles.isEmpty()) {
      throw new Refused(new PartyRefused.RoleNeeded());
    }
    return roles;
  }
}
