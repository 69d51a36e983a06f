package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import wasl.finance.ToldInvestor;
import wasl.party.PartyId;
import wasl.pledge.PledgeId;
import wasl.shared.Lang;
import wasl.shared.Sql;

/** What an investor was told about a pledge, by the notices that lead to it. */
@ApplicationScoped
public class ToldOfPledge implements ToldInvestor {

  @Inject private Sql sql;

  @Override
  public List<Told> about(PledgeId pledge, PartyId investor) {
    return sql.list(
        "SELECT happened_at, title_ar, title_ckb, title_en, EXISTS (SELECT 1 FROM notice_mail m"
            + " WHERE m.message_id = n.message_id) AS mailed FROM notice n"
            + " WHERE party_id = ? AND path LIKE ? ORDER BY id LIMIT 100",
        row ->
            new Told(
                Sql.instant(row, "happened_at"),
                Map.of(
                    Lang.AR,
                    row.getString("title_ar"),
                    Lang.CKB,
                    row.getString("title_ckb"),
                    Lang.EN,
                    row.getString("title_en")),
                row.getBoolean("mailed")),
        investor.value(),
        "/my/pledges/" + pledge + "%");
  }
}
