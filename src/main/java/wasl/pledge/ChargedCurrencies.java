package wasl.pledge;

import wasl.money.Currency;

/** Asked by pledge, answered by payment, which alone talks to the gateway. */
public interface ChargedCurrencies {

  /**
   * Whether the gateway's account settles in this currency. Yes while the gateway has not answered
   * yet: a pledge works while it is down.
   */
  boolean charges(Currency currency);
}
