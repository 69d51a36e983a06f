package wasl.payment;

import com.stripe.exception.StripeException;

/** Reads the gateway's lists over all their pages. */
final class StripePages {

  private StripePages() {}

  /** Goes through a list. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws StripeException;
  }

  /**
   * Reads.
   *
   * @throws StripeException what any page met; the library hands on that of a later page wrapped
   */
  static <T> T all(Reading<T> reading) throws StripeException {
    try {
      return reading.read();
    } catch (RuntimeException paging) {
      if (paging.getCause() instanceof StripeException failed) {
        throw failed;
      }
      throw paging;
    }
  }
}
