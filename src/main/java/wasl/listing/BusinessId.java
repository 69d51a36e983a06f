package wasl.listing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Optional;
import wasl.shared.Ids;

/** The id of a business. */
public record BusinessId(long value) {

  /** A new id. */
  public static BusinessId next() {
    return new BusinessId(Ids.next());
  }

  /** The id behind its 13 characters. */
  public static Optional<BusinessId> parse(String text) {
    return Ids.parse(text).map(BusinessId::new);
  }

  /** The 13 characters that stand for it outside the system. */
  @Override
  public String toString() {
    return Ids.text(value);
  }

  /** Keeps it as a {@code BIGINT}. */
  @Converter(autoApply = true)
  public static class Column implements AttributeConverter<BusinessId, Long> {

    @Override
    public Long convertToDatabaseColumn(BusinessId id) {
      return id == null ? null : id.value();
    }

    @Override
    public BusinessId convertToEntityAttribute(Long value) {
      return value == null ? null : new BusinessId(value);
    }
  }
}
