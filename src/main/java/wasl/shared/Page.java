package wasl.shared;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items the rows of this page
 * @param page the page's number, from 0
 * @param size the most rows of a page, 1–100
 * @param total the rows of all pages together
 */
public record Page<T>(List<T> items, int page, int size, long total) {

  /** The most rows that one page may have. */
  public static final int MOST = 100;

  public Page {
    items = List.copyOf(items);
  }

  /** How many pages there are, at least one. */
  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  /** A wish for a page, brought into its limits. */
  public record Wish(int page, int size) {
    public Wish {
      page = Math.max(0, page);
      size = Math.min(MOST, Math.max(1, size));
    }

    /** How many rows to pass over. */
    public long offset() {
      return (long) page * size;
    }
  }
}
