package wasl.listing;

import java.util.Arrays;
import java.util.Optional;

/**
 * The parts of a listing that are edited, saved, re-opened by reviewers and locked against each
 * other one by one. Each is one step of the form.
 */
public enum Section {
  BUSINESS,
  WORDS,
  MONEY,
  MILESTONES,
  RISKS,
  TERMS,
  FILES;

  /** The word in the form's address: {@code business}. */
  public String step() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The section behind a word of the form's address. */
  public static Optional<Section> ofStep(String step) {
    return Arrays.stream(values()).filter(section -> section.step().equals(step)).findFirst();
  }
}
