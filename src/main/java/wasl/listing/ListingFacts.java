package wasl.listing;

import java.time.Instant;
import java.util.Map;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.shared.Lang;

/**
 * What other features need to know of a listing. Parts that a draft does not have yet are null.
 *
 * @param titles the title in each language in which it has one
 * @param original the language in which the owner wrote; null before the first words
 * @param cap the most that may be pledged: the goal where the owner has set no cap
 * @param feeBasisPoints the platform fee, frozen at publication; null before
 * @param publishedAt null before publication
 * @param suspensionReason as published, of a suspended or stopped listing; null for others
 */
public record ListingFacts(
    ListingId id,
    ListingState state,
    PartyId owner,
    BusinessId business,
    String businessName,
    Map<Lang, String> titles,
    Lang original,
    FundingModel model,
    Currency currency,
    Money goal,
    Money minimum,
    Money cap,
    Integer feeBasisPoints,
    Sector sector,
    Governorate governorate,
    Instant publishedAt,
    Instant opensAt,
    Instant deadline,
    Instant collectingUntil,
    Instant endedAt,
    String suspensionReason) {

  /** Whether the public sees it. */
  public boolean published() {
    return publishedAt != null;
  }

  /** The title in the reader's language, else in the owner's; null for an untitled draft. */
  public String title(Lang lang) {
    return titles.getOrDefault(titleLang(lang), null);
  }

  /** The language of {@link #title}. */
  public Lang titleLang(Lang lang) {
    return titles.containsKey(lang) || original == null ? lang : original;
  }
}
