package wasl.site.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.listing.Media;
import wasl.money.Formats;
import wasl.shared.Lang;
import wasl.shared.Texts;
import wasl.site.ShareFacts;
import wasl.site.SharePicture;

/**
 * The pictures of shared links, drawn when first asked for and kept in memory: those of published
 * listings, one for each language, and one of the site itself. What they say changes with the
 * listing's state only, so that a chat that keeps one for months shows nothing wrong.
 */
@ApplicationScoped
public class SharePictures {

  /** About 20 MB at most. */
  private static final int KEPT = 240;

  /** A drawing takes some tens of milliseconds of one processor. */
  private final Semaphore places = new Semaphore(2, true);

  private final Map<String, byte[]> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  @Inject private ListingQueries listings;
  @Inject private Media media;
  @Inject private SectorCovers covers;

  /**
   * A picture.
   *
   * @param version changes with what it shows
   */
  public record Shared(byte[] jpeg, String version) {}

  /** The picture of a published listing; nothing for any other. */
  public Optional<Shared> of(ListingId id, Lang lang) {
    ListingFacts facts = listings.facts(List.of(id)).get(id);
    if (facts == null || !facts.published()) {
      return Optional.empty();
    }
    String version = version(facts, lang);
    byte[] known = known(version);
    return Optional.of(
        new Shared(
            known != null ? known : drawn(version, facts(facts, lang), cover(facts)), version));
  }

  /** The picture of the site itself. */
  public Shared site(Lang lang) {
    String version = "site-" + lang.code();
    byte[] known = known(version);
    if (known == null) {
      Texts texts = Texts.in(lang);
      known =
          drawn(
              version,
              new ShareFacts(
                  lang,
                  texts.get("shared.name"),
                  texts.get("shared.tagline"),
                  lang,
                  List.of(),
                  texts.get("site.share.foot")),
              null);
    }
    return new Shared(known, version);
  }

  /** What stands in an address, so that a changed picture has another one. */
  public static String version(ListingFacts facts, Lang lang) {
    return facts.id()
        + "-"
        + lang.code()
        + "-"
        + Long.toString(facts.publishedAt().getEpochSecond(), 36)
        + "-"
        + (notice(facts.state()) == null ? "0" : facts.state().ordinal());
  }

  /** The states that a reader must be told of wherever the link stands. */
  private static ListingState notice(ListingState state) {
    return switch (state) {
      case SUSPENDED, STOPPED, WITHDRAWN -> state;
      default -> null;
    };
  }

  private static ShareFacts facts(ListingFacts facts, Lang lang) {
    Texts texts = Texts.in(lang);
    Formats formats = Formats.in(lang);
    List<String> lines = new ArrayList<>();
    if (notice(facts.state()) != null) {
      lines.add(texts.get("listing.state." + facts.state()));
    } else if (facts.goal() != null) {
      lines.add(
          texts.get("site.listing.goal") + ": \u2068" + formats.money(facts.goal()) + "\u2069");
    }
    lines.add(
        "\u2068"
            + facts.businessName()
            + "\u2069 · "
            + texts.get("listing.governorate." + facts.governorate()));
    lines.add(texts.get("listing.fundingModel." + facts.model()));
    return new ShareFacts(
        lang,
        texts.get("shared.name"),
        facts.title(lang),
        facts.titleLang(lang),
        lines,
        texts.get("site.share.foot"));
  }

  private byte[] cover(ListingFacts facts) {
    return listings.whole(facts.id()).media(Media.Kind.COVER).stream()
        .findFirst()
        .flatMap(view -> media.file(view.id(), "page"))
        .map(Media.File::content)
        .orElseGet(() -> covers.of(facts.sector()));
  }

  private synchronized byte[] known(String version) {
    return kept.get(version);
  }

  private synchronized void keep(String version, byte[] jpeg) {
    kept.put(version, jpeg);
  }

  private byte[] drawn(String version, ShareFacts facts, byte[] cover) {
    places.acquireUninterruptibly();
    try {
      byte[] before = known(version);
      if (before != null) {
        return before;
      }
      byte[] jpeg = SharePicture.draw(facts, cover);
      keep(version, jpeg);
      return jpeg;
    } finally {
      places.release();
    }
  }
}
