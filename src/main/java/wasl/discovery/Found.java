package wasl.discovery;

import java.util.List;
import wasl.listing.ListingSearch;
import wasl.shared.Page;

/**
 * What a search came to.
 *
 * @param page the listings as they are in the database now
 * @param facets numbers for the filters; null without words while this node's index is being made
 * @param how how the words were taken
 * @param near for words that no listing has, others that may have been meant
 */
public record Found(Page<ListingSearch.Row> page, Facets facets, How how, List<Near> near) {

  /** Whether each listing has all the words. */
  public boolean exact() {
    return how == How.ALL;
  }

  /** How the words were taken. */
  public enum How {
    /** Each listing has all of them, in some spelling. */
    ALL,
    /** No listing has all of them; these have words that are near. */
    NEAR,
    /** No listing has all of them; these have some. */
    SOME,
    /** No listing has any. */
    NONE
  }

  /**
   * A word that may have been meant.
   *
   * @param typed the word that no listing has
   * @param meant the one that some have
   * @param question the whole question with it
   */
  public record Near(String typed, String meant, String question) {}
}
