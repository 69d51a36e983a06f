package wasl.party;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps {@link PartyId} as a {@code BIGINT}. */
@Converter(autoApply = true)
public class PartyIdConverter implements AttributeConverter<PartyId, Long> {

  @Override
  public Long convertToDatabaseColumn(PartyId id) {
    return id == null ? null : id.value();
  }

  @Override
  public PartyId convertToEntityAttribute(Long value) {
    return value == null ? null : new PartyId(value);
  }
}
