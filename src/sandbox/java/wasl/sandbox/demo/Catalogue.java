package wasl.sandbox.demo;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The demo's listings as written in {@code listings.json}: invented, with plausible prices. */
final class Catalogue {

  /** One listing's text and figures; prices in whole US dollars before the platform fee. */
  public record Seed(
      int no,
      String governorate,
      String district,
      String lang,
      String sector,
      String model,
      String owner,
      String business,
      int foundedYear,
      int employees,
      boolean womenOwned,
      boolean returneeOwned,
      boolean idpOwned,
      Map<String, Words> words,
      List<Line> budget,
      List<Step> milestones,
      List<Risk> risks,
      String extra,
      String skills,
      int jobsNew,
      int jobsKept) {}

  /** The words in one language. */
  public record Words(String title, String summary, String story) {}

  /**
   * A budget line.
   *
   * @param iqd the same price in dinars at the official rate, for an owner who typed it so; or null
   */
  public record Line(String what, long usd, Long iqd) {}

  /** A milestone. */
  public record Step(String title, int basisPoints, String evidence) {}

  /** A risk and its answer. */
  public record Risk(String what, String then) {}

  private Catalogue() {}

  /** All seeds by their number. */
  static Map<Integer, Seed> read() {
    try (InputStream in = Catalogue.class.getResourceAsStream("listings.json");
        Jsonb json = JsonbBuilder.create()) {
      return Arrays.stream(json.fromJson(in, Seed[].class))
          .collect(Collectors.toMap(Seed::no, Function.identity()));
    } catch (Exception unreadable) {
      throw new IllegalStateException("listings.json", unreadable);
    }
  }
}
