package wasl.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingSearch;
import wasl.listing.ListingState;
import wasl.listing.Sector;
import wasl.shared.PlainText;

/** Reads the filters of the public list from a query; whatever is unknown means any. */
public final class ListingFilter {

  /** The states that a visitor can ask for. */
  public static final List<ListingState> STATES =
      Arrays.stream(ListingState.values()).filter(ListingState::published).toList();

  private static final int LONGEST = 200;

  private static final Pattern CODE = Pattern.compile("[A-Z]{2,4}(-[A-Z]{2,8})?");

  private ListingFilter() {}

  /** The search that the parameters describe. */
  public static ListingSearch of(UnaryOperator<String> parameter) {
    String q = PlainText.line(parameter.apply("q"));
    return new ListingSearch(
        q == null || q.length() <= LONGEST ? q : q.substring(0, LONGEST),
        constant(ListingState.class, parameter.apply("state"))
            .filter(STATES::contains)
            .map(Set::of)
            .orElse(Set.of()),
        constant(Sector.class, parameter.apply("sector")).orElse(null),
        Governorate.of(parameter.apply("governorate")).orElse(null),
        constant(FundingModel.class, parameter.apply("model")).orElse(null),
        institution(parameter.apply("institution")),
        constant(ListingSearch.Sort.class, parameter.apply("sort")).orElse(null));
  }

  private static String institution(String code) {
    String wanted = code == null ? "" : code.toUpperCase(Locale.ROOT);
    return CODE.matcher(wanted).matches() ? wanted : null;
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
    if (name == null) {
      return Optional.empty();
    }
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
