package wasl.sandbox.stripe;

import com.google.gson.JsonObject;

/** What happens at banks, done when a test or an operator says so instead of by itself. */
final class ByHand {
  private final World world;

  ByHand(World world) {
    this.world = world;
  }

  /**
   * A card's bank decides so about the next charges.
   *
   * @param verdict {@code approve} or a {@code decline_code}; {@code null} for the card's own
   * @throws ApiError for a card or a word that there is not
   */
  JsonObject tellBank(String paymentMethod, String verdict, long times) {
    return world.change(
        change -> {
          JsonObject method = change.load(Kind.PAYMENT_METHOD, paymentMethod, "payment_method");
          Issuer.tell(method, verdict, times);
          return method;
        });
  }

  /**
   * A cardholder disputes a charge, all that has not gone back of it.
   *
   * @param most of it at most so much
   * @throws ApiError where there is no such charge, or nothing left to dispute
   */
  JsonObject dispute(String charge, long most) {
    return world.change(
        change -> {
          JsonObject dispute = Disputes.open(change, change.load(Kind.CHARGE, charge), most);
          if (dispute == null) {
            throw ApiError.invalid("Nothing is left of this charge to dispute.", "charge");
          }
          return dispute;
        });
  }

  /**
   * A dispute is decided.
   *
   * @param verdict {@code won} or {@code lost}
   * @throws ApiError where there is no such dispute or verdict
   */
  JsonObject decide(String dispute, String verdict) {
    if (!"won".equals(verdict) && !"lost".equals(verdict)) {
      throw ApiError.invalid("A dispute is won or lost.", "verdict");
    }
    return world.change(
        change -> {
          JsonObject found = change.load(Kind.DISPUTE, dispute);
          Disputes.decide(change, found, verdict.equals("won"));
          return found;
        });
  }

  /**
   * The bank sends a payout back.
   *
   * @throws ApiError where there is no such payout
   */
  JsonObject failPayout(String payout) {
    return world.change(
        change -> {
          JsonObject found = change.load(Kind.PAYOUT, payout);
          Payouts.fail(change, found);
          return found;
        });
  }

  /**
   * The bank sends a refund back.
   *
   * @throws ApiError where there is no such refund
   */
  JsonObject failRefund(String refund) {
    return world.change(
        change -> {
          JsonObject found = change.load(Kind.REFUND, refund);
          Refunds.fail(change, found);
          return found;
        });
  }
}
