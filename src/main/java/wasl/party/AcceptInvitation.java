package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.shared.Lang;
import wasl.shared.Refused;

/**
 * An officer accepts an invitation: chooses name and password and gets the institution's next
 * number. The account can be used at once, since the invitation came by mail.
 *
 * <p>Refusals: {@link PartyRefused.LinkExpired}, {@link PartyRefused.AdministratorExists}, {@link
 * PartyRefused.EmailHasAccount}, {@link PartyRefused.InvalidName}, {@link
 * PartyRefused.PasswordShort}, {@link PartyRefused.PasswordLong}, {@link
 * PartyRefused.PasswordCommon}, {@link PartyRefused.TooManyAttempts}, {@link PartyRefused.Busy}.
 */
@ApplicationScoped
@Transactional
public class AcceptInvitation {

  /** Officers work in Iraq. */
  private static final String HOME = "IQ";

  @Inject private Parties parties;
  @Inject private Passwords passwords;
  @Inject private Institutions institutions;
  @Inject private Invitations invitations;
  @Inject private Registrations registrations;
  @Inject private Throttle throttle;
  @Inject private Clock clock;

  /**
   * The link's secret and what was typed.
   *
   * @param address from which the request comes; null for the system itself
   */
  public record Command(
      Actor by,
      String secret,
      String name,
      Lang lang,
      AddressForm addressForm,
      String password,
      String address) {

    @Override
    public String toString() {
      return "AcceptInvitation.Command[" + name + "]";
    }
  }

  /** Opens the officer's account. */
  public PartyId handle(Command command) {
    throttle.count(Throttle.LINK_ADDRESS, command.address());
    Invitations.Invitation invitation = invitations.open(command.secret());
    PersonName name = PersonName.of(command.name());
    String password = PasswordRule.accept(command.password(), invitation.email(), name.value());
    String hash = passwords.hash(password);
    Instant now = clock.instant();
    // The institution's row is held from here: two links cannot both make a first administrator.
    int number = institutions.nextOfficer(invitation.institution());
    if (invitation.first() && invitations.administratorExists()) {
      throw new Refused(new PartyRefused.AdministratorExists());
    }
    if (!invitations.accept(invitation.id(), now)) {
      throw new Refused(new PartyRefused.LinkExpired());
    }
    throttle.holdAddress(invitation.email());
    if (parties.byEmail(invitation.email()).isPresent()) {
      throw new Refused(new PartyRefused.EmailHasAccount());
    }
    Party officer =
        Party.enlist(
            invitation.email(),
            new Party.Profile(name, HOME, command.lang(), command.addressForm()),
            invitation.roles(),
            invitation.institution(),
            number,
            now);
    officer.choosePassword(hash);
    parties.add(officer);
    registrations.forget(invitation.email());
    throttle.takeBack(Throttle.LINK_ADDRESS, command.address());
    return officer.id();
  }
}
