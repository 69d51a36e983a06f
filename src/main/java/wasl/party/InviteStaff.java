package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import wasl.shared.DomainEvent;
import wasl.shared.Lang;
import wasl.shared.Refusal;
import wasl.shared.Refused;

/**
 * An administrator invites an officer into one institution. Inviting the same address again ends
 * the earlier invitation.
 *
 * <p>Refusals: {@link AccessRefused}, {@link PartyRefused.InvalidEmail}, {@link
 * PartyRefused.UnknownInstitution}, {@link PartyRefused.InstitutionClosed}, {@link
 * PartyRefused.RoleNeeded}, {@link PartyRefused.RoleNotHere}, {@link PartyRefused.EmailHasAccount}.
 */
@ApplicationScoped
@Transactional
public class InviteStaff {

  @Inject private Parties parties;
  @Inject private Institutions institutions;
  @Inject private Invitations invitations;
  @Inject private Clock clock;
  @Inject private Event<DomainEvent> events;

  /**
   * Whom to invite.
   *
   * @param roles what the officer is to be, at least one
   * @param lang the language of the letter
   */
  public record Command(
      Actor by, String email, InstitutionId institution, Set<Role> roles, Lang lang) {}

  /** Invites; returns the path of the letter's link, without a language. */
  public String handle(Command command) {
    command.by().require(Permission.ADMINISTER);
    EmailAddress email = EmailAddress.of(command.email());
    Institution institution = institutions.get(command.institution());
    refusal(institution, command.roles())
        .ifPresent(
            no -> {
              throw new Refused(no);
            });
    if (parties.byEmail(email).isPresent()) {
      throw new Refused(new PartyRefused.EmailHasAccount());
    }
    String path =
        invitations.add(
            email,
            institution.id(),
            command.roles(),
            command.lang(),
            command.by().party(),
            clock.instant());
    events.fire(new PartyEvent.StaffInvited(institution.id(), email.value(), command.lang(), path));
    return path;
  }

  private static Optional<Refusal> refusal(Institution institution, Set<Role> roles) {
    if (!institution.active()) {
      return Optional.of(new PartyRefused.InstitutionClosed());
    }
    if (roles.isEmpty()) {
      return Optional.of(new PartyRefused.RoleNeeded());
    }
    return roles.stream()
        .filter(role -> !role.fits(institution.operator()))
        .map(role -> (Refusal) new PartyRefused.RoleNotHere(role))
        .findFirst();
  }
}
