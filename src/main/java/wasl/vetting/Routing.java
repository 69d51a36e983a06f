package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingFacts;
import wasl.listing.Sector;
import wasl.party.InstitutionId;
import wasl.shared.Refused;
import wasl.shared.Sql;
import wasl.vetting.RoutingRule.Lead;

/** The routing rules, and which one decides. */
@ApplicationScoped
public class Routing {
  @Inject private Sql sql;

  /** All rules in their order. */
  public List<RoutingRule> rules() {
    return sql.list(
        "SELECT id, priority, sector, governorate, model, amount_from_minor, amount_to_minor,"
            + " institution_id, working_days FROM vetting_routing_rule ORDER BY priority, id",
        Routing::read);
  }

  /**
   * The first rule that fits.
   *
   * @throws Refused {@link VettingRefused.RuleForAllMissing} where none does
   */
  public RoutingRule ruleFor(RoutingRule.Matter matter) {
    return first(rules(), matter);
  }

  static RoutingRule first(List<RoutingRule> rules, RoutingRule.Matter matter) {
    return rules.stream()
        .filter(rule -> rule.fits(matter))
        .findFirst()
        .orElseThrow(() -> new Refused(new VettingRefused.RuleForAllMissing()));
  }

  /** What routing looks at in a listing. */
  static RoutingRule.Matter matter(ListingFacts listing) {
    return new RoutingRule.Matter(
        listing.sector(), listing.governorate(), listing.model(), listing.goal().amountMinor());
  }

  /** Keeps a new or changed rule. */
  void save(RoutingRule rule) {
    Object[] values = {
      rule.priority(),
      rule.sector(),
      rule.governorate(),
      rule.model(),
      rule.fromMinor(),
      rule.toMinor(),
      rule.lead().institution().value(),
      rule.lead().workingDays(),
      rule.id()
    };
    int changed =
        sql.change(
            "UPDATE vetting_routing_rule SET priority = ?, sector = ?, governorate = ?, model = ?,"
                + " amount_from_minor = ?, amount_to_minor = ?, institution_id = ?,"
                + " working_days = ?, version = version + 1 WHERE id = ?",
            values);
    if (changed == 0) {
      sql.change(
          "INSERT INTO vetting_routing_rule (priority, sector, governorate, model,"
              + " amount_from_minor, amount_to_minor, institution_id, working_days, id, version)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
          values);
    }
  }

  /** Removes a rule; false where it was gone already. */
  boolean remove(long id) {
    return sql.change("DELETE FROM vetting_routing_rule WHERE id = ?", id) == 1;
  }

  private static RoutingRule read(ResultSet row) throws SQLException {
    String sector = row.getString("sector");
    String governorate = row.getString("governorate");
    String model = row.getString("model");
    return new RoutingRule(
        row.getLong("id"),
        row.getInt("priority"),
        sector == null ? null : Sector.valueOf(sector),
        governorate == null ? null : Governorate.valueOf(governorate),
        model == null ? null : FundingModel.valueOf(model),
        row.getObject("amount_from_minor", Long.class),
        row.getObject("amount_to_minor", Long.class),
        new Lead(new InstitutionId(row.getLong("institution_id")), row.getInt("working_days")));
  }
}
