package wasl.finance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import wasl.party.PartyId;
import wasl.pledge.PledgeId;
import wasl.shared.Lang;

/** Asks what an investor was told about a pledge; the feature that writes letters answers. */
public interface ToldInvestor {

  /**
   * A letter.
   *
   * @param titles in each language
   * @param mailed whether a mail server took it too
   */
  record Told(Instant at, Map<Lang, String> titles, boolean mailed) {

    /** The title in a language; in English the gateway's people read it. */
    public String title(Lang lang) {
      return titles.get(lang);
    }
  }

  /** The letters about a pledge, the oldest first. */
  List<Told> about(PledgeId pledge, PartyId investor);
}
