package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import wasl.shared.Countries;
import wasl.shared.Refused;

/**
 * An administrator decides which funding models are offered to residents of a country. The duties
 * come from law and change with a migration only.
 *
 * <p>Refusals: {@link AccessRefused}, {@link PartyRefused.UnknownCountry}, {@link
 * PartyRefused.ChangedMeanwhile}.
 */
@ApplicationScoped
@Transactional
public class OfferModels {

  @Inject private CountryRules rules;
  @Inject private Clock clock;

  /**
   * What is offered from now on.
   *
   * @param models names of funding models
   * @param version of the rule as it was read; -1 for a country that had none
   */
  public record Command(Actor by, String country, Set<String> models, long version) {}

  /** Changes the rule. */
  public void handle(Command command) {
    command.by().require(Permission.ADMINISTER);
    if (!Countries.known(command.country())) {
      throw new Refused(new PartyRefused.UnknownCountry());
    }
    Set<String> models =
        command.models().stream().filter(CountryRule.MODELS::contains).collect(Collectors.toSet());
    boolean written =
        rules.offer(
            command.country(), models, command.version(), command.by().party(), clock.instant());
    if (!written) {
      throw new Refused(new PartyRefused.ChangedMeanwhile());
    }
    rules.forget();
  }
}
