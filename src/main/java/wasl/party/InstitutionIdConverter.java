package wasl.party;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps {@link InstitutionId} as a {@code BIGINT}. */
@Converter(autoApply = true)
public class InstitutionIdConverter implements AttributeConverter<InstitutionId, Long> {

  @Override
  public Long convertToDatabaseColumn(InstitutionId id) {
    return id == null ? null : id.value();
  }

  @Override
  public InstitutionId convertToEntityAttribute(Long value) {
    return value == null ? null : new InstitutionId(value);
  }
}
