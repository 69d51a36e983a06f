package wasl.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingSearch;
import wasl.listing.ListingState;
import wasl.listing.Sector;
import wasl.shared.PlainText;
import wasl.shared.QueryRefused;
import wasl.shared.Refused;

/** Reads the filters of the public list from a query. */
public final class ListingFilter {

  /** The states that a visitor can ask for. */
  public static final List<ListingState> STATES =
      Arrays.stream(ListingState.values()).filter(ListingState::published).toList();

  private static final int LONGEST = 200;

  private static final Pattern CODE = Pattern.compile("[A-Z]{2,4}(-[A-Z]{2,8})?");

  private ListingFilter() {}

  /** The search that the parameters describe; whatever is unknown means any, for people. */
  public static ListingSearch of(UnaryOperator<String> parameter) {
    return read(parameter, unknown -> {});
  }

  /**
   * The search that the parameters describe, for programs: to those a wrong filter must not look
   * like none.
   *
   * @throws Refused {@link QueryRefused.InvalidFilter} for a value that is unknown
   */
  public static ListingSearch exactly(UnaryOperator<String> parameter) {
    return read(
        parameter,
        unknown -> {
          throw new Refused(new QueryRefused.InvalidFilter(unknown));
        });
  }

  private static ListingSearch read(UnaryOperator<String> parameter, Consumer<String> unknown) {
    Filters filters = new Filters(parameter, unknown);
    String q = PlainText.line(parameter.apply("q"));
    return new ListingSearch(
        q == null || q.length() <= LONGEST ? q : q.substring(0, LONGEST),
        filters
            .get("state", name -> constant(ListingState.class, name).filter(STATES::contains))
            .map(Set::of)
            .orElse(Set.of()),
        filters.get("sector", name -> constant(Sector.class, name)).orElse(null),
        filters.get("governorate", Governorate::of).orElse(null),
        filters.get("model", name -> constant(FundingModel.class, name)).orElse(null),
        filters.get("institution", ListingFilter::institution).orElse(null),
        filters.get("sort", name -> constant(ListingSearch.Sort.class, name)).orElse(null));
  }

  /**
   * The parameters, and who is told the name of one whose value nobody knows; null and blank values
   * mean any.
   */
  private record Filters(UnaryOperator<String> parameter, Consumer<String> unknown) {
    private <T> Optional<T> get(String name, Function<String, Optional<T>> reader) {
      String text = parameter.apply(name);
      if (text == null || text.isBlank()) {
        return Optional.empty();
      }
      Optional<T> found = reader.apply(text);
      if (found.isEmpty()) {
        unknown.accept(name);
      }
      return found;
    }
  }

  private static Optional<String> institution(String code) {
    return Optional.of(code.toUpperCase(Locale.ROOT)).filter(it -> CODE.matcher(it).matches());
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(wanted))
        .findFirst();
  }

  /** A number from 0, or the default for anything else. */
  public static int number(String text, int otherwise) {
    try {
      return text == null ? otherwise : Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }
}
