package wasl.party.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashSet;
import java.util.Set;
import wasl.party.CountryRule;
import wasl.party.CountryRules;
import wasl.party.CurrentActor;
import wasl.party.OfferModels;
import wasl.party.PartyRefused;
import wasl.party.Permission;
import wasl.shared.Countries;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /admin/countries/{code}}: one country's rule; what is offered can be changed. */
@Named
@RequestScoped
public class CountryPage {

  @Inject private CountryRules rules;
  @Inject private OfferModels offerModels;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  private String code;
  private CountryRule rule;
  private boolean grant;
  private boolean qardHasan;
  private boolean profitShare;
  private long version;

  /** Refuses whoever may not be here, before anything is written. */
  public void load() {
    current.get().require(Permission.ADMINISTER);
  }

  /** Reads the rule, before what was typed is put over it. */
  @PostConstruct
  void read() {
    load();
    code = PartyRequest.parameter("code");
    if (!Countries.known(code)) {
      throw new Refused(new PartyRefused.UnknownCountry());
    }
    rule = rules.of(code);
    grant = rule.offers("GRANT");
    qardHasan = rule.offers("QARD_HASAN");
    profitShare = rule.offers(CountryRule.PROFIT_SHARE);
    version = rule.version();
  }

  /** Saves what is offered. */
  public void save() {
    Set<String> models = new HashSet<>();
    if (grant) {
      models.add("GRANT");
    }
    if (qardHasan) {
      models.add("QARD_HASAN");
    }
    if (profitShare) {
      models.add(CountryRule.PROFIT_SHARE);
    }
    offerModels.handle(new OfferModels.Command(current.get(), code, models, version));
    messages.flash("ok", "party.country.saved");
    PageLinks.here().go("/admin/countries");
  }

  public String getName() {
    return Countries.name(code, PartyRequest.lang());
  }

  public CountryRule getRule() {
    return rule;
  }

  public boolean isGrant() {
    return grant;
  }

  public void setGrant(boolean grant) {
    this.grant = grant;
  }

  public boolean isQardHasan() {
    return qardHasan;
  }

  public void setQardHasan(boolean qardHasan) {
    this.qardHasan = qardHasan;
  }

  public boolean isProfitShare() {
    return profitShare;
  }

  public void setProfitShare(boolean profitShare) {
    this.profitShare = profitShare;
  }

  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }
}
