package wasl.listing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps a set of sections as their names, separated by blanks. */
@Converter
public class SectionsConverter implements AttributeConverter<Set<Section>, String> {

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
