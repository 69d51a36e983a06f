package wasl.money;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The currencies in which people abroad reckon: amounts are shown in them for reading only. Nothing
 * is booked or charged in one because it stands here; that is {@link Currency}.
 */
public enum ViewerCurrency {
  USD("US"),
  EUR(
      "AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU",
      "LV", "MT", "NL", "PT", "SI", "SK"),
  GBP("GB"),
  SEK("SE"),
  NOK("NO"),
  DKK("DK"),
  CHF("CH", "LI"),
  CAD("CA"),
  AUD("AU"),
  TRY("TR"),
  JOD("JO"),
  AED("AE");

  private final Set<String> countries;

  ViewerCurrency(String... countries) {
    this.countries = Set.of(countries);
  }

  /**
   * What people pay with where they live; nothing where it is none of these.
   *
   * @param country ISO 3166-1, two letters
   */
  public static Optional<ViewerCurrency> of(String country) {
    return Arrays.stream(values()).filter(each -> each.countries.contains(country)).findFirst();
  }

  /** Whether it is the same currency. */
  public boolean is(Currency booked) {
    return name().equals(booked.name());
  }
}
