package wasl.vetting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.Sector;
import wasl.money.Currency;
import wasl.money.Formats;
import wasl.money.Money;
import wasl.money.MoneyText;
import wasl.party.CurrentActor;
import wasl.party.Institution;
import wasl.party.InstitutionId;
import wasl.party.Institutions;
import wasl.party.Permission;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.Texts;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;
import wasl.vetting.Calendar;
import wasl.vetting.RemoveRoutingRule;
import wasl.vetting.Routing;
import wasl.vetting.RoutingRule;
import wasl.vetting.RoutingRule.Lead;
import wasl.vetting.RoutingRule.Matter;
import wasl.vetting.SaveRoutingRule;
import wasl.vetting.VettingRefused;

/**
 * {@code /admin/routing}: the rules in their order, one to be changed ({@code ?rule=}), and which
 * institution would lead ({@code ?preview=…}). Longer than others because list, form and trial of a
 * rule are one page.
 */
@Named
@RequestScoped
public class RoutingPage {
  private static final String HERE = "/admin/routing";

  @Inject private Routing routing;
  @Inject private SaveRoutingRule saveRule;
  @Inject private RemoveRoutingRule removeRule;
  @Inject private Institutions institutions;
  @Inject private Calendar calendar;
  @Inject private CurrentActor actor;
  @Inject private PageMessages messages;
  @Inject private Clock clock;
  @Inject private HttpServletRequest request;

  private List<RoutingRule> rules;

  /** Refuses whoever does not administer. */
  public void load() {
    actor.get().require(Permission.ADMINISTER);
  }

  public List<RoutingRule> getRules() {
    if (rules == null) {
      rules = routing.rules();
    }
    return rules;
  }

  public List<Sector> getSectors() {
    return List.of(Sector.values());
  }

  public List<Governorate> getGovernorates() {
    return List.of(Governorate.values());
  }

  public List<FundingModel> getModels() {
    return List.of(FundingModel.values());
  }

  /** The institutions that may lead. */
  public List<Institution> getInstitutions() {
    return institutions.all().stream().filter(each -> each.active() && !each.operator()).toList();
  }

  /** An institution's name. */
  public String name(Institution institution) {
    return institution.name(lang());
  }

  /** The name of a rule's lead. */
  public String lead(RoutingRule rule) {
    return institutions.get(rule.lead().institution()).name(lang());
  }

  /** A rule's range of the goal in words. */
  public String range(RoutingRule rule) {
    Texts texts = Texts.in(lang());
    if (rule.fromMinor() != null && rule.toMinor() != null) {
      return texts.of(
          "vetting.routing.rangeText",
          "from",
          figure(rule.fromMinor()),
          "to",
          figure(rule.toMinor()));
    }
    if (rule.fromMinor() != null) {
      return texts.of("vetting.routing.fromText", "from", figure(rule.fromMinor()));
    }
    return rule.toMinor() == null
        ? texts.get("vetting.routing.anyAmount")
        : texts.of("vetting.routing.toText", "to", figure(rule.toMinor()));
  }

  private String figure(Long minor) {
    return minor == null ? "" : Formats.in(lang()).amount(Money.minor(minor, Currency.USD));
  }

  /** The 13 characters of a rule's id. */
  public String code(RoutingRule rule) {
    return Ids.text(rule.id());
  }

  // The form of one rule.

  /** Whether a rule is being changed or made. */
  public boolean isEditing() {
    return request.getParameter("rule") != null;
  }

  /** The rule that is being changed; null for a new one. */
  public RoutingRule getEdited() {
    return Ids.parse(request.getParameter("rule"))
        .flatMap(id -> getRules().stream().filter(rule -> rule.id() == id).findFirst())
        .orElse(null);
  }

  /** What stands in a field: what was typed, else what is kept. */
  public String field(String name) {
    String typed = sent(name);
    if (typed != null) {
      return typed;
    }
    RoutingRule rule = getEdited();
    if (rule == null) {
      return "";
    }
    return switch (name) {
      case "priority" -> String.valueOf(rule.priority());
      case "sector" -> word(rule.sector());
      case "governorate" -> word(rule.governorate());
      case "model" -> word(rule.model());
      case "from" -> figure(rule.fromMinor());
      case "to" -> figure(rule.toMinor());
      case "institution" -> rule.lead().institution().toString();
      case "days" -> String.valueOf(rule.lead().workingDays());
      default -> "";
    };
  }

  private static String word(Enum<?> constant) {
    return constant == null ? "" : constant.name();
  }

  /** Saves the rule. */
  public void save() {
    RoutingRule before = getEdited();
    if (before == null && !"new".equals(request.getParameter("rule"))) {
      throw new Refused(new VettingRefused.RuleNotFound());
    }
    Lead lead =
        new Lead(
            InstitutionId.parse(sent("institution")).orElse(null), number(sent("days")).orElse(0));
    RoutingRule rule =
        new RoutingRule(
            before == null ? Ids.next() : before.id(),
            number(sent("priority")).orElse(next()),
            constant(Sector.class, sent("sector")),
            constant(Governorate.class, sent("governorate")),
            constant(FundingModel.class, sent("model")),
            minor(sent("from")),
            minor(sent("to")),
            lead);
    saveRule.handle(new SaveRoutingRule.Command(actor.get(), rule));
    messages.flash("ok", "vetting.routing.saved");
    PageLinks.here().go(HERE);
  }

  /** Deletes the rule. */
  public void remove() {
    RoutingRule before = getEdited();
    if (before == null) {
      throw new Refused(new VettingRefused.RuleNotFound());
    }
    removeRule.handle(new RemoveRoutingRule.Command(actor.get(), before.id()));
    messages.flash("ok", "vetting.routing.removed");
    PageLinks.here().go(HERE);
  }

  private int next() {
    return getRules().stream().mapToInt(RoutingRule::priority).max().orElse(0) + 10;
  }

  private static Long minor(String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    return MoneyText.parse(typed, Currency.USD)
        .map(Money::amountMinor)
        .orElseThrow(() -> new Refused(new VettingRefused.RuleAmountsWrong()));
  }

  private static Optional<Integer> number(String typed) {
    String digits = typed == null ? "" : MoneyText.latin(typed);
    return digits.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }

  // Which institution would lead?

  /** What stands in a field of the question. */
  public String asked(String name) {
    String value = request.getParameter("p-" + name);
    return value == null ? "" : value;
  }

  /** The answer in words, or nothing where nothing was asked. */
  public String getAnswer() {
    Long goal;
    try {
      goal = minor(request.getParameter("p-goal"));
    } catch (Refused unreadable) {
      return Texts.in(lang()).get("shared.error.amount");
    }
    if (goal == null) {
      return "";
    }
    RoutingRule rule =
        routing.ruleFor(
            new Matter(
                constant(Sector.class, asked("sector")),
                constant(Governorate.class, asked("governorate")),
                constant(FundingModel.class, asked("model")),
                goal));
    Instant now = clock.instant();
    Instant due = calendar.of(rule.lead().institution()).dueAt(now, rule.lead().workingDays());
    String answer =
        Texts.in(lang())
            .of(
                "vetting.routing.previewAnswer",
                "priority",
                rule.priority(),
                "institution",
                lead(rule),
                "days",
                rule.lead().workingDays(),
                "due",
                Formats.in(lang()).date(due));
    return calendar.expectedBetween(rule.lead().institution(), now, due)
        ? answer + " " + Texts.in(lang()).get("vetting.routing.expected")
        : answer;
  }

  private String sent(String name) {
    return request.getMethod().equals("POST") ? request.getParameter(name) : null;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    return null;
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }
}
