package wasl.listing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps {@link ListingId} as a {@code BIGINT}. */
@Converter(autoApply = true)
public class ListingIdConverter implements AttributeConverter<ListingId, Long> {

  @Override
  public Long convertToDatabaseColumn(ListingId id) {
    return id == null ? null : id.value();
  }

  @Override
  public ListingId convertToEntityAttribute(Long value) {
    return value == null ? null : new ListingId(value);
  }
}
