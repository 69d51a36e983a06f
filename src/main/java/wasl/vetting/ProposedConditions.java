package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import wasl.shared.Ids;
import wasl.shared.Sql;

/** The conditions of proposals. Once confirmed they become tasks of the listing. */
@ApplicationScoped
public class ProposedConditions {
  @Inject private Sql sql;

  void attach(ProposalId proposal, List<ConditionText> conditions) {
    for (int i = 0; i < conditions.size(); i++) {
      sql.change(
          "INSERT INTO vetting_condition (id, proposal_id, position, text, precondition)"
              + " VALUES (?, ?, ?, ?, ?)",
          Ids.next(),
          proposal.value(),
          i + 1,
          conditions.get(i).text(),
          conditions.get(i).precondition());
    }
  }

  /** The conditions of a proposal in their order. */
  public List<ConditionText> of(ProposalId proposal) {
    return sql.list(
        "SELECT text, precondition FROM vetting_condition WHERE proposal_id = ? ORDER BY position",
        row -> new ConditionText(row.getString("text"), row.getBoolean("precondition")),
        proposal.value());
  }
}
