package wasl.listing;

import java.util.Arrays;
import java.util.Optional;

/**
 * The 19 governorates, by ISO 3166-2:IQ without its prefix. Halabja, the 19th since 2025, has no
 * ISO code yet; {@code HA} is our own.
 */
public enum Governorate {
  AN(false),
  AR(true),
  BA(false),
  BB(false),
  BG(false),
  DA(true),
  DI(false),
  DQ(false),
  HA(true),
  KA(false),
  KI(false),
  MA(false),
  MU(false),
  NA(false),
  NI(false),
  QA(false),
  SD(false),
  SU(true),
  WA(false);

  private final boolean region;

  Governorate(boolean region) {
    this.region = region;
  }

  /** Whether it belongs to the Kurdistan Region. */
  public boolean region() {
    return region;
  }

  /** The code with its country: {@code IQ-BA}. */
  public String code() {
    return "IQ-" + name();
  }

  /** The governorate with this code, {@code IQ-BA}. */
  public static Optional<Governorate> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
