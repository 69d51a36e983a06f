package wasl.shared;

/** The number of a page as an address has it: from 1; what is no number is the first. */
public final class PageNumber {

  private PageNumber() {}

  public static int of(String typed) {
    try {
      return typed == null ? 1 : Math.max(1, Integer.parseInt(typed.strip()));
    } catch (NumberFormatException noNumber) {
      return 1;
    }
  }
}
