package wasl.site;

import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.listing.Sector;
import wasl.money.Money;
import wasl.shared.Lang;

/**
 * A listing on a card.
 *
 * @param titleLang the language of title and summary: the reader's, or the owner's where there is
 *     no translation
 * @param pledged promised, not yet charged: reflecting and firm
 * @param firm the firm part of it
 * @param collected charged and booked
 * @param daysLeft days until the last one before the deadline; 0 on it and afterwards
 * @param cover the address of its picture; null for its sector's drawing
 */
public record ListingCard(
    ListingId id,
    String title,
    Lang titleLang,
    String summary,
    ListingState state,
    Sector sector,
    Governorate governorate,
    FundingModel model,
    Money goal,
    Money minimum,
    Money pledged,
    Money firm,
    Money collected,
    long daysLeft,
    String business,
    String cover) {

  /** The same picture in the widths that a screen chooses from; null for the sector's drawing. */
  public String coverSet() {
    return cover == null ? null : CoverAddress.widths(cover);
  }
}
