package wasl.pledge.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import wasl.money.rest.MoneyJson;

/**
 * What a program sends to place a pledge. By sending it the investor accepts the present mandate
 * text.
 *
 * @param tip nothing unless given
 * @param publicName {@code public} on the wire: whether the name may be shown; not unless asked for
 * @param riskConsent the explicit consent that some countries' rules ask for above an amount
 */
public record NewPledgeJson(
    MoneyJson amount,
    MoneyJson tip,
    @JsonbProperty("public") Boolean publicName,
    Boolean riskConsent) {}
