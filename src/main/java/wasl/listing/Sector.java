package wasl.listing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** ISIC Rev. 4 sections. */
public enum Sector {
  A,
  B,
  C,
  D,
  E,
  F,
  G,
  H,
  I,
  J,
  K,
  L,
  M,
  N,
  O,
  P,
  Q,
  R,
  S,
  T,
  U;

  private static final Set<Sector> NOT_OFFERED = EnumSet.of(B, K, L, O, T, U);

  /** Those that an owner may choose; the others stay in the classification only. */
  public static List<Sector> offered() {
    return Arrays.stream(values()).filter(sector -> !NOT_OFFERED.contains(sector)).toList();
  }
}
