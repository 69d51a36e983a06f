package wasl.party;

import java.util.Set;

/**
 * What may be offered to residents of a country, and under which duties. The duties are those of
 * {@code PROFIT_SHARE}; the other models are no investments in the sense of those laws.
 *
 * @param country ISO 3166-1
 * @param modelsOffered names of funding models; none where the country is closed or not supported
 * @param reflectionHours hours of reflection before a pledge is firm: 96 in the EEA (Regulation
 *     (EU) 2020/1503, Art. 22), 24 in the UK (FCA PS22/10)
 * @param entryTest whether an entry knowledge test is asked for (Art. 21)
 * @param lossSimulation whether the ability to bear loss is simulated in the browser (Art. 21(5))
 * @param keyInformationSheet whether a key investment information sheet must be given (Art. 23)
 * @param consentAboveCents above this amount in cents of EUR an explicit consent is asked for (Art.
 *     21(7)); null where it never is
 * @param reason why: ECSPR, UK, HOME, NO_LICENCE, SANCTIONS or UNSUPPORTED
 */
public record CountryRule(
    String country,
    Set<String> modelsOffered,
    int reflectionHours,
    boolean entryTest,
    boolean lossSimulation,
    boolean keyInformationSheet,
    Long consentAboveCents,
    String reason,
    long version) {

  /** The model that is an investment in the sense of those laws. */
  public static final String PROFIT_SHARE = "PROFIT_SHARE";

  /** Every model that a rule can offer. */
  public static final Set<String> MODELS = Set.of("GRANT", "QARD_HASAN", PROFIT_SHARE);

  public CountryRule {
    modelsOffered = Set.copyOf(modelsOffered);
  }

  /** The rule of a country that nobody has entered: nothing is offered. */
  static CountryRule unsupported(String country) {
    return new CountryRule(country, Set.of(), 0, false, false, false, null, "UNSUPPORTED", -1);
  }

  /** Whether this funding model may be offered. */
  public boolean offers(String model) {
    return modelsOffered.contains(model);
  }

  /** Hours of reflection for this funding model; 0 for none. */
  public int reflectionHours(String model) {
    return model.equals(PROFIT_SHARE) ? reflectionHours : 0;
  }

  /** Whether a key investment information sheet must be given for this funding model. */
  public boolean keyInformationSheet(String model) {
    return keyInformationSheet && model.equals(PROFIT_SHARE);
  }

  /** Whether an entry knowledge test is asked for with this funding model. */
  public boolean entryTest(String model) {
    return entryTest && model.equals(PROFIT_SHARE);
  }
}
