package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import wasl.party.Actor;
import wasl.party.Institutions;
import wasl.party.Permission;
import wasl.shared.Refused;

/**
 * An administrator adds or changes a routing rule. Cases that are open keep their lead.
 *
 * <p>Refusals: {@link VettingRefused.RulePriorityTaken}, {@link VettingRefused.RuleForAllMissing},
 * those of {@link RoutingRule}.
 */
@ApplicationScoped
@Transactional
public class SaveRoutingRule {
  @Inject private Routing routing;
  @Inject private Institutions institutions;

  /** The rule as it shall be; a new id makes a new rule. */
  public record Command(Actor by, RoutingRule rule) {}

  public void handle(Command command) {
    command.by().require(Permission.ADMINISTER);
    RoutingRule rule = command.rule();
    institutions.get(rule.lead().institution());
    List<RoutingRule> after = new ArrayList<>(routing.rules());
    after.removeIf(each -> each.id() == rule.id());
    if (after.stream().anyMatch(each -> each.priority() == rule.priority())) {
      throw new Refused(new VettingRefused.RulePriorityTaken(rule.priority()));
    }
    after.add(rule);
    refuseWithoutRuleForAll(after);
    routing.save(rule);
  }

  static void refuseWithoutRuleForAll(List<RoutingRule> rules) {
    if (rules.stream().noneMatch(RoutingRule::forAll)) {
      throw new Refused(new VettingRefused.RuleForAllMissing());
    }
  }
}
