package wasl.finance;

import java.time.Instant;
import java.util.List;
import wasl.party.PartyId;
import wasl.pledge.PledgeId;

/** Asks what an investor was told about a pledge; the feature that writes letters answers. */
public interface ToldInvestor {

  /**
   * A letter.
   *
   * @param title in English, as the gateway's people read it
   * @param mailed whether a mail server took it too
   */
  record Told(Instant at, String title, boolean mailed) {}

  /** The letters about a pledge, the oldest first. */
  List<Told> about(PledgeId pledge, PartyId investor);
}
