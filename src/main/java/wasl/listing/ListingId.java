package wasl.listing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Optional;
import wasl.shared.Ids;

/** The id of a listing. */
public record ListingId(long value) {

  /** A new id. */
  public static ListingId next() {
    return new ListingId(Ids.next());
  }

  /** The id behind its 13 characters. */
  public static Optional<ListingId> parse(String text) {
    return Ids.parse(text).map(ListingId::new);
  }

  /** The 13 characters that stand for it outside the system. */
  @Override
  public String toString() {
    return Ids.text(value);
  }

  /** Keeps it as a {@code BIGINT}. */
  @Converter(autoApply = true)
  public static class Column implements AttributeConverter<ListingId, Long> {

    @Override
    public Long convertToDatabaseColumn(ListingId id) {
      return id == null ? null : id.value();
    }

    @Override
    public ListingId convertToEntityAttribute(Long value) {
      return value == null ? null : new ListingId(value);
    }
  }
}
