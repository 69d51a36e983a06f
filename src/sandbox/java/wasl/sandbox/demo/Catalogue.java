package wasl.sandbox.demo;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wasl.listing.FundingModel;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Lang;

/**
 * The demo's listings: invented, with plausible prices. Each has a folder under {@code listings/}
 * with its figures in {@code listing.json} and its words in a Markdown file for each language:
 * title, summary and story.
 */
final class Catalogue {

  /** One listing with its words; the original's language is {@link Facts#original}. */
  record Seed(Facts facts, Map<Lang, Words> words) {

    Lang original() {
      return Lang.of(facts.original()).orElseThrow();
    }

    FundingModel model() {
      return FundingModel.valueOf(facts.model());
    }

    Currency currency() {
      return Currency.valueOf(facts.currency());
    }
  }

  /** The words in one language. */
  record Words(String title, String summary, String story) {}

  /**
   * What stands in {@code listing.json}.
   *
   * @param governorate ISO 3166-2, as {@code IQ-BA}
   * @param district its English name or the end of it
   * @param currency of the listing and of the prices
   * @param extra what the amount above the goal buys
   * @param terms what comes back; null for a grant
   * @param cover the name of a picture in {@code covers/}; null where the sector's drawing stands
   * @param life what becomes of it; null where {@link DemoStory} tells it
   */
  record Facts(
      int no,
      String governorate,
      String district,
      String original,
      String sector,
      String model,
      String currency,
      Owner owner,
      Business business,
      List<Line> budget,
      String extra,
      List<Step> milestones,
      List<Risk> risks,
      int jobsNew,
      int jobsKept,
      List<String> skills,
      Terms terms,
      String cover,
      Life life) {}

  /**
   * Whose it is.
   *
   * @param account what stands before the {@code @}
   */
  record Owner(String account, String name) {}

  /** The enterprise; one without a registration is not registered. */
  record Business(
      String name,
      String legalForm,
      String registration,
      int foundedYear,
      int employees,
      boolean womenOwned,
      boolean returneeOwned,
      boolean idpOwned) {}

  /**
   * A budget line.
   *
   * @param price of one, in the listing's currency; null where {@code dinars} is typed
   * @param dinars the price of one in dinars; or null
   */
  record Line(String what, int quantity, BigDecimal price, Long dinars, boolean optional) {

    Money unitCost(Currency currency) {
      return dinars == null ? Money.of(price, currency) : Money.minor(dinars, Currency.IQD);
    }
  }

  /**
   * A milestone.
   *
   * @param months after the money is there
   */
  record Step(String title, int percent, int months, String evidence) {}

  /** A risk and its answer. */
  record Risk(String what, String then) {}

  /** A loan's schedule, or a share of profit. */
  record Terms(
      Integer graceMonths,
      Integer instalments,
      Integer intervalMonths,
      Integer investorSharePercent,
      Integer termMonths) {}

  /**
   * A campaign and how it goes.
   *
   * @param day of the story on which it is approved and published
   * @param days the campaign's length
   * @param percent of the goal that is pledged
   * @param investors by how many
   * @param as how far it gets, where it is not published on its day; or null
   * @param startsIn days from the approval to the start
   * @param condition that must be met before publication; or null
   * @param cards kinds of {@link DemoPledges.Card} of its smallest pledges; or null for good ones
   */
  record Life(
      int day,
      int days,
      int percent,
      int investors,
      Stop as,
      int startsIn,
      String condition,
      List<DemoPledges.Card> cards) {

    boolean pledgedTo() {
      return percent > 0;
    }
  }

  /** How far a listing gets. */
  enum Stop {
    SUBMITTED,
    APPROVED,
    SCHEDULED
  }

  private Catalogue() {}

  /** All listings by their number. */
  static Map<Integer, Seed> read() {
    Gson gson = new Gson();
    Map<Integer, Seed> seeds = new TreeMap<>();
    for (String folder : text("listings/index.txt").strip().split("\n")) {
      String path = "listings/" + folder + "/";
      Facts facts = gson.fromJson(text(path + "listing.json"), Facts.class);
      Map<Lang, Words> words = new EnumMap<>(Lang.class);
      for (Lang lang : Lang.values()) {
        String file = path + lang.code() + ".md";
        if (Catalogue.class.getResource(file) != null) {
          words.put(lang, words(text(file)));
        }
      }
      seeds.put(facts.no(), new Seed(facts, Collections.unmodifiableMap(words)));
    }
    return seeds;
  }

  /** The heading, the first paragraph, and the rest. */
  private static Words words(String markdown) {
    String[] parts = markdown.strip().split("\n\n", 3);
    return new Words(parts[0].substring(2), parts[1], parts[2]);
  }

  /** The picture of that name, a JPEG. */
  static byte[] cover(String name) {
    return bytes("covers/" + name + ".jpg");
  }

  /** The lines of a file that are not comments. */
  static List<String> lines(String file) {
    return text(file).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  private static String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String file) {
    try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new IllegalStateException(file, unreadable);
    }
  }
}
