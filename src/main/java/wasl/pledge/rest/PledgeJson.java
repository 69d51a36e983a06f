package wasl.pledge.rest;

import java.time.Instant;
import wasl.money.rest.MoneyJson;
import wasl.pledge.PledgeView;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;

/**
 * A pledge on the wire.
 *
 * @param checkoutUrl where its card is saved; unguessable, works signed out; null once nothing is
 *     to be saved
 */
public record PledgeJson(
    String id,
    String listing,
    String state,
    MoneyJson amount,
    MoneyJson tip,
    String checkoutUrl,
    Instant placedAt,
    Instant reflectingUntil,
    Instant cancelUntil) {

  static PledgeJson of(PledgeView pledge, Lang lang) {
    String url = PublicUrl.value() + "/" + lang.code() + "/pay/" + pledge.payToken();
    return new PledgeJson(
        pledge.id().toString(),
        pledge.listing().id().toString(),
        pledge.state().name(),
        MoneyJson.of(pledge.amount()),
        MoneyJson.of(pledge.tip()),
        pledge.waitsForCard() ? url : null,
        pledge.placedAt(),
        pledge.reflectingUntil(),
        pledge.cancelUntil());
  }
}
