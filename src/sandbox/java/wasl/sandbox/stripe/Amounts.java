package wasl.sandbox.stripe;

import java.util.List;
import java.util.Locale;

/** What can be charged: the currencies that the account settles in, between Stripe's bounds. */
final class Amounts {
  /** Currencies with a balance of their own, lower case as Stripe writes them. */
  static final List<String> SETTLED = List.of("usd", "eur");

  private static final long SMALLEST = 50;
  private static final long LARGEST = 99_999_999;

  private Amounts() {}

  static String currency(Params params) {
    String currency = params.required("currency").toLowerCase(Locale.ROOT);
    if (!SETTLED.contains(currency)) {
      throw ApiError.invalid("Invalid currency: " + currency + ".", "currency");
    }
    return currency;
  }

  /** Refuses what is too small or too large; minor units. */
  static long charged(long amount) {
    if (amount < SMALLEST) {
      throw ApiError.invalid(
          "amount_too_small", "Amount must be at least $0.50 usd or €0.50 eur.", "amount");
    }
    if (amount > LARGEST) {
      throw ApiError.invalid(
          "amount_too_large", "Amount must be no more than $999,999.99.", "amount");
    }
    return amount;
  }

  static long charged(Params params) {
    params.required("amount");
    return charged(params.number("amount"));
  }
}
