package wasl.listing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import wasl.money.Money;
import wasl.shared.Lang;

/**
 * What a visitor looks for among the published listings. Null or empty means any.
 *
 * @param q what was typed; {@code discovery} looks for its words
 * @param institution the code of the one that vetted it; such a search needs the index as words do
 */
public record ListingSearch(
    String q,
    Set<ListingState> states,
    Sector sector,
    Governorate governorate,
    FundingModel model,
    String institution,
    Sort sort) {

  /** Everything that is published, open ones first. */
  public static final ListingSearch ALL =
      new ListingSearch(null, Set.of(), null, null, null, null, Sort.LIVE);

  public ListingSearch {
    q = q == null || q.isBlank() ? null : q;
    states = states == null ? Set.of() : Set.copyOf(states);
    sort = sort != null && (q != null || sort != Sort.BEST) ? sort : usual(q);
  }

  private static Sort usual(String q) {
    return q == null ? Sort.LIVE : Sort.BEST;
  }

  /** The order that nobody has to ask for. */
  public Sort usual() {
    return usual(q);
  }

  /** The same for other words, or for none. */
  public ListingSearch words(String others) {
    return new ListingSearch(others, states, sector, governorate, model, institution, sort);
  }

  /** The same in any state. */
  public ListingSearch anyState() {
    return new ListingSearch(q, Set.of(), sector, governorate, model, institution, sort);
  }

  /** The same in any sector. */
  public ListingSearch anySector() {
    return new ListingSearch(q, states, null, governorate, model, institution, sort);
  }

  /** The same in another governorate, or in any. */
  public ListingSearch at(Governorate other) {
    return new ListingSearch(q, states, sector, other, model, institution, sort);
  }

  /** The same with any funding model. */
  public ListingSearch anyModel() {
    return new ListingSearch(q, states, sector, governorate, null, institution, sort);
  }

  /** The same, whoever vetted it. */
  public ListingSearch anyInstitution() {
    return new ListingSearch(q, states, sector, governorate, model, null, sort);
  }

  /** In which order: with words the best match first unless told otherwise, without, open ones. */
  public enum Sort {
    /** Best match of the words first; without words the same as {@link #LIVE}. */
    BEST("live_key"),
    /**
     * Open ones first, then those that will open, collect, are funded …; newest first among them.
     */
    LIVE("live_key"),
    /** Newest publication first. */
    NEWEST("newest_key"),
    /** Open ones by their deadline, nearest first, then the others. */
    ENDING("ending_key");

    private final String column;

    Sort(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  /**
   * A found listing as a card shows it.
   *
   * @param titleLang the language of title and summary: the reader's, else the owner's
   * @param languages all in which it can be read
   * @param district the code of its district
   * @param cover the id of the cover image, or null
   */
  public record Row(
      ListingId id,
      ListingState state,
      Lang titleLang,
      String title,
      String summary,
      List<Lang> languages,
      Governorate governorate,
      String district,
      Sector sector,
      FundingModel model,
      Money goal,
      Money minimum,
      Money cap,
      Instant opensAt,
      Instant deadline,
      BusinessId business,
      String businessName,
      boolean informal,
      boolean womenOwned,
      boolean returneeOwned,
      boolean idpOwned,
      Long cover) {}
}
