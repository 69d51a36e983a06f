package wasl.listing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps {@link BusinessId} as a {@code BIGINT}. */
@Converter(autoApply = true)
public class BusinessIdConverter implements AttributeConverter<BusinessId, Long> {

  @Override
  public Long convertToDatabaseColumn(BusinessId id) {
    return id == null ? null : id.value();
  }

  @Override
  public BusinessId convertToEntityAttribute(Long value) {
    return value == null ? null : new BusinessId(value);
  }
}
