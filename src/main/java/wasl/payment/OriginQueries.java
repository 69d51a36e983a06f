package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import wasl.listing.ListingId;
import wasl.pledge.PledgeId;
import wasl.shared.Sql;

/** Which pledge is behind a number of the gateway or of a receipt. */
@ApplicationScoped
public class OriginQueries {

  private static final int AT_ONCE = 500;
  private static final Pattern NUMBER = Pattern.compile("\\w{1,100}");

  /** One statement for each place where such numbers are kept, each with its own index. */
  private static final List<String> PLACES =
      List.of(
          "SELECT charge AS number, listing, pledge FROM payment_attempt WHERE charge IN (",
          "SELECT payment_intent AS number, listing, pledge FROM payment_attempt"
              + " WHERE payment_intent IN (",
          "SELECT gateway_refund AS number, listing, pledge FROM payment_refund"
              + " WHERE gateway_refund IN (",
          "SELECT dispute AS number, listing, pledge FROM payment_dispute WHERE dispute IN (",
          "SELECT r.number AS number, p.listing, r.pledge FROM payment_receipt r"
              + " JOIN pledge p ON p.id = r.pledge WHERE r.number IN (");

  @Inject private Sql sql;

  /** What a number is about. */
  public record Origin(ListingId listing, PledgeId pledge) {}

  /** Whether a text can be a number of the gateway. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** By number; numbers that payment does not know are left out. */
  public Map<String, Origin> of(Collection<String> numbers) {
    Map<String, Origin> origins = new HashMap<>();
    // the columns hold nothing else, and cannot be compared with it
    List<String> all = numbers.stream().distinct().filter(OriginQueries::isNumber).toList();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> part = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      String marks = String.join(", ", Collections.nCopies(part.size(), "?"));
      for (String place : PLACES) {
        sql.list(
            place + marks + ")",
            row ->
                origins.put(
                    row.getString("number"),
                    new Origin(
                        new ListingId(row.getLong("listing")),
                        new PledgeId(row.getLong("pledge")))),
            part.toArray());
      }
    }
    return origins;
  }
}
