package wasl.listing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    return name().toLowerCase(Locale.ROOT);
  }

  /** The section behind a word of the form's address. */
  public static Optional<Section> ofStep(String step) {
    return Arrays.stream(values()).filter(section -> section.step().equals(step)).findFirst();
  }

  /** Keeps a set of sections as their names, separated by blanks. */
  @Converter
  public static class SetConverter implements AttributeConverter<Set<Section>, String> {

    @Override
    public String convertToDatabaseColumn(Set<Section> sections) {
      return sections == null
          ? ""
          : sections.stream().sorted().map(Section::name).collect(Collectors.joining(" "));
    }

    @Override
    public Set<Section> convertToEntityAttribute(String names) {
      Set<Section> sections = EnumSet.noneOf(Section.class);
      if (names != null && !names.isBlank()) {
        Arrays.stream(names.split(" ")).map(Section::valueOf).forEach(sections::add);
      }
      return sections;
    }
  }
}
