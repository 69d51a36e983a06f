package wasl.discovery;

/**
 * Where in a listing a word stands, and how much it counts there. What a term counts in a listing
 * is worked out when the listing is put into the index, so that a search reads one number for each
 * term, and passes over all that cannot come into the page.
 */
enum WordPlace {
  TITLE(600, 16),
  DISTRICT(500, 4),
  BUSINESS(450, 4),
  GOVERNORATE(350, 6),
  SUMMARY(250, 60),
  KIND(120, 8),
  STORY(80, 400);

  /** Weights are kept in so many parts of a percent. */
  private static final int PARTS = 100;

  private final int percent;
  private final int usualWords;

  WordPlace(int percent, int usualWords) {
    this.percent = percent;
    this.usualWords = usualWords;
  }

  /**
   * What a term counts here, in hundredths of a percent, by the saturation of BM25 with k1 = 0.9
   * and b = 0.25: a word said twice is little more than one said once, and a title in three
   * languages no worse than in one.
   *
   * @param times how often it stands here
   * @param words how many words there are
   */
  int weight(int times, int words) {
    long whole = 1_000L * usualWords * times;
    return (int) (percent * PARTS * whole / (whole + 675L * usualWords + 225L * words));
  }

  /** A term's best place and the sum of all, in hundredths of a percent. */
  record Standing(int best, int sum) {
    static final Standing NOWHERE = new Standing(0, 0);

    Standing and(int weight) {
      return new Standing(Math.max(best, weight), sum + weight);
    }

    /** In percent: the best place counts, the others only a little. */
    int percent() {
      return Math.max(1, (best + (sum - best) * 15 / 100) / PARTS);
    }
  }
}
