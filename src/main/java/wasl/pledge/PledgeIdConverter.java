package wasl.pledge;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps {@link PledgeId} as a {@code BIGINT}. */
@Converter(autoApply = true)
public class PledgeIdConverter implements AttributeConverter<PledgeId, Long> {

  @Override
  public Long convertToDatabaseColumn(PledgeId id) {
    return id == null ? null : id.value();
  }

  @Override
  public PledgeId convertToEntityAttribute(Long value) {
    return value == null ? null : new PledgeId(value);
  }
}
