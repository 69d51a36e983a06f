package wasl.vetting;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps {@link CaseId} as a {@code BIGINT}. */
@Converter(autoApply = true)
public class CaseIdConverter implements AttributeConverter<CaseId, Long> {

  @Override
  public Long convertToDatabaseColumn(CaseId id) {
    return id == null ? null : id.value();
  }

  @Override
  public CaseId convertToEntityAttribute(Long value) {
    return value == null ? null : new CaseId(value);
  }
}
