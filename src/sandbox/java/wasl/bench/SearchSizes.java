package wasl.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Searches by words, with few and with many listings, several clients at once. There are thousands
 * of different questions (words in three languages, slips, filters, pages), so that hardly any is
 * answered from what the node remembers of the same question.
 */
final class SearchSizes {

  private static final double MOST_TIMES = 3;
  private static final double MOST_MILLIS = 100;

  private static final List<String> WORDS =
      List.of(
          "workshop",
          "bakery",
          "honey",
          "sheep",
          "dates",
          "solar",
          "dairy",
          "school",
          "women",
          "furniture",
          "Basra",
          "Hawler",
          "Mosul",
          "Slemani",
          "Najaf",
          "carpentery",
          "bakry",
          "ورشة",
          "فرن",
          "عسل",
          "أغنام",
          "تمور",
          "ألبان",
          "مدرسة",
          "نساء",
          "أثاث",
          "البصرة",
          "اربيل",
          "الموصل",
          "بغداد",
          "نخيل",
          "شمسية",
          "ورشه خياطه",
          "معمل ألبان",
          "مشروع",
          "وەرشە",
          "هەنگوین",
          "مەڕ",
          "خورما",
          "ماست",
          "ژنان",
          "هەولێر",
          "سلێمانی",
          "بەغدا",
          "کارگە",
          "هةنگوين",
          "گەنجان",
          "میوانخانە",
          "date orchard Basra",
          "stone oven bakery");

  private static final List<String> FILTERS =
      List.of(
          "",
          "&governorate=IQ-BA",
          "&governorate=IQ-NI",
          "&governorate=IQ-SU",
          "&sector=A",
          "&sector=C",
          "&governorate=IQ-AR&sector=C",
          "&sector=G&model=GRANT");

  private static final List<String> STATES = List.of("", "&state=LIVE", "&state=FUNDED");
  private static final List<String> MODELS = List.of("", "&model=GRANT", "&model=QARD_HASAN");
  private static final List<String> PAGES =
      List.of("", "&page=1", "&sort=newest", "&sort=live&page=2");

  private final Installation small;
  private final Installation large;
  private final int clients;

  SearchSizes(Installation small, Installation large, int clients) {
    this.small = small;
    this.large = large;
    this.clients = clients;
  }

  void measure(int rounds, Duration each, Duration warm) {
    List<Load.Result> few = new ArrayList<>();
    List<Load.Result> many = new ArrayList<>();
    search(small, warm.dividedBy(2));
    search(large, warm.dividedBy(2));
    for (int round = 0; round < rounds; round++) {
      few.add(search(small, each));
      many.add(search(large, each));
    }
    double before = median(few);
    double after = median(many);
    boolean missed = after > MOST_MILLIS || after / before > MOST_TIMES;
    System.out.printf(
        Locale.ROOT,
        "%n(g) GET /api/v1/listings?q=, %d clients, %d questions: p95 %.1f ms with few listings,"
            + " %.1f ms with many, ratio %.2f (targets ≤ %.0f times, ≤ %.0f ms)%s%n",
        clients,
        questions(),
        before,
        after,
        after / before,
        MOST_TIMES,
        MOST_MILLIS,
        missed ? "  MISSED" : "");
    print("few", few);
    print("many", many);
  }

  private Load.Result search(Installation installation, Duration time) {
    return new Load(installation.port(), clients)
        .http(number -> installation.get("/api/v1/listings?q=" + question(number)), time);
  }

  private static int questions() {
    return WORDS.size() * FILTERS.size() * STATES.size() * MODELS.size() * PAGES.size();
  }

  /** A walk through all of them in no order. */
  private static String question(int number) {
    int at = Math.floorMod(number * 7_919L + number / 1_000_000 * 1_543L, questions());
    String words = WORDS.get(at % WORDS.size());
    at /= WORDS.size();
    String filter = FILTERS.get(at % FILTERS.size());
    at /= FILTERS.size();
    String state = STATES.get(at % STATES.size());
    at /= STATES.size();
    String model = MODELS.get(at % MODELS.size());
    at /= MODELS.size();
    return URLEncoder.encode(words, StandardCharsets.UTF_8)
        + filter
        + state
        + (filter.contains("model") ? "" : model)
        + PAGES.get(at % PAGES.size());
  }

  private static double median(List<Load.Result> results) {
    return results.stream().map(Load.Result::p95).sorted().toList().get(results.size() / 2);
  }

  private static void print(String name, List<Load.Result> all) {
    Load.Result median = Rounds.median(all);
    System.out.printf(
        Locale.ROOT,
        "  %-6s %9.1f/s, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, failed %d%n",
        name,
        median.perSecond(),
        median.p50(),
        median.p95(),
        median.p99(),
        all.stream().mapToLong(Load.Result::failed).sum());
  }
}
