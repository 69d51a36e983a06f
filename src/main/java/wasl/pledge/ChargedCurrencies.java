package wasl.pledge;

import wasl.money.Currency;

/** Asked by pledge, answered by payment, which alone talks to the gateway. */
public interface ChargedCurrencies {

  /**
   * Whether a pledge may be placed in this currency: the gateway's account settles in it, or the
   * gateway has not answered yet, since a pledge works while it is down. Nothing is charged before
   * it is known.
   */
  boolean mayBePromised(Currency currency);
}
