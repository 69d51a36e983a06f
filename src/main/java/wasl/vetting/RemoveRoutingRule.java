package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Refused;

/**
 * An administrator removes a routing rule. Cases that are open keep their lead.
 *
 * <p>Refusals: {@link VettingRefused.RuleNotFound}, {@link VettingRefused.RuleForAllMissing}.
 */
@ApplicationScoped
@Transactional
public class RemoveRoutingRule {
  @Inject private Routing routing;

  public record Command(Actor by, long rule) {}

  public void handle(Command command) {
    command.by().require(Permission.ADMINISTER);
    List<RoutingRule> after = new ArrayList<>(routing.rules());
    after.removeIf(each -> each.id() == command.rule());
    SaveRoutingRule.refuseWithoutRuleForAll(after);
    if (!routing.remove(command.rule())) {
      throw new Refused(new VettingRefused.RuleNotFound());
    }
  }
}
