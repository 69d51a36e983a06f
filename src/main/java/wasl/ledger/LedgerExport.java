package wasl.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which the whole ledger can be had. */
public enum LedgerExport {
  CSV("text/csv;charset=UTF-8", "csv"),
  JSONL("application/jsonl;charset=UTF-8", "jsonl"),
  HLEDGER("text/plain;charset=UTF-8", "journal");

  private final String mediaType;
  private final String ending;

  LedgerExport(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  /** For {@code Content-Type}. */
  public String mediaType() {
    return mediaType;
  }

  /** The name of a file of this form. */
  public String fileName() {
    return "wasl-ledger." + ending;
  }

  /** The form with this name, in small letters. */
  public static Optional<LedgerExport> of(String name) {
    return Arrays.stream(values())
        .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
