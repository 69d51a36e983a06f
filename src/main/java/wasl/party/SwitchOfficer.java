package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.shared.Refused;

/**
 * An administrator switches an officer off or on again. Sessions and tokens of whoever is switched
 * off end at once and do not come back; decisions and entries that the officer made stay as they
 * are. Each switch is written down for ever.
 *
 * <p>Refusals: {@link AccessRefused}, {@link PartyRefused.UnknownParty}, {@link
 * PartyRefused.NoOfficer}, {@link PartyRefused.OwnAccount}, {@link PartyRefused.LastAdministrator}.
 */
@ApplicationScoped
@Transactional
public class SwitchOfficer {

  @Inject private Parties parties;
  @Inject private Officers officers;
  @Inject private Actors actors;
  @Inject private Clock clock;

  /** Which officer, and whether on or off. */
  public record Command(Actor by, PartyId officer, boolean on) {}

  /** Switches; switching a second time changes nothing. */
  public void handle(Command command) {
    command.by().require(Permission.ADMINISTER);
    InstitutionId institution = parties.get(command.officer()).institution();
    if (institution == null) {
      throw new Refused(new PartyRefused.NoOfficer());
    }
    officers.inTurn(institution);
    Party officer = parties.lock(command.officer());
    Instant now = clock.instant();
    if (!command.on()) {
      refuseOff(command.by(), officer);
    }
    if (command.on() ? officer.switchOn() : officer.switchOff(now)) {
      officers.record(officer.id(), command.on(), command.by().party(), now);
    }
    actors.forget();
  }

  private void refuseOff(Actor by, Party officer) {
    if (officer.id().equals(by.party())) {
      throw new Refused(new PartyRefused.OwnAccount());
    }
    if (officer.roles().contains(Role.ADMINISTRATOR)
        && officers.administratorsBut(officer.id()) == 0) {
      throw new Refused(new PartyRefused.LastAdministrator());
    }
  }
}
