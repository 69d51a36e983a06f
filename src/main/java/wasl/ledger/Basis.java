package wasl.ledger;

import java.util.Arrays;
import java.util.Optional;

/** By which date a balance or statement counts: when it was booked, or when it happened. */
public enum Basis {
  BOOKED("booked_at"),
  EFFECTIVE("effective_at");

  private final String column;

  Basis(String column) {
    this.column = column;
  }

  /** The journal's column that holds it. */
  String column() {
    return column;
  }

  /** The basis with this name in any letters. */
  public static Optional<Basis> of(String name) {
    return Arrays.stream(values()).filter(basis -> basis.name().equalsIgnoreCase(name)).findFirst();
  }
}
