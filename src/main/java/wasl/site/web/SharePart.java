package wasl.site.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import wasl.listing.ListingFacts;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;
import wasl.shared.Texts;
import wasl.site.Poster;

/** {@code #{sharePart.…}}: what a page says of itself to chats, networks and search engines. */
@Named
@ApplicationScoped
public class SharePart {

  /** Kept, since each call of {@code Json} itself looks for its provider again. */
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @Inject private PageLang page;

  /** The address of the site's own picture. */
  public String getPicture() {
    return PublicUrl.value() + "/share/site/" + page.lang().code() + ".jpg";
  }

  /** The address of a listing's picture, another one when what it shows has changed. */
  public String pictureOf(ListingFacts facts) {
    return PublicUrl.value()
        + "/share/"
        + facts.id()
        + "/"
        + page.lang().code()
        + ".jpg?v="
        + Integer.toHexString(SharePictures.version(facts, page.lang()).hashCode());
  }

  /** Open Graph's name of the page's language. */
  public String getLocale() {
    return switch (page.lang()) {
      case AR -> "ar_AR";
      case CKB -> "cb_IQ";
      case EN -> "en_GB";
    };
  }

  /** Whether there is a poster of a listing. */
  public boolean poster(ListingFacts facts) {
    return Poster.printed(facts);
  }

  /** A listing's address for people. */
  public String address(ListingFacts facts) {
    return PublicUrl.value() + "/" + page.lang().code() + "/listings/" + facts.id();
  }

  /** A listing's title and address, for addresses of others that take a text. */
  public String text(ListingFacts facts) {
    return URLEncoder.encode(
            facts.title(page.lang()) + " " + address(facts), StandardCharsets.UTF_8)
        .replace("+", "%20");
  }

  /** A listing in the vocabulary of schema.org: an element of JSON-LD 1.1, safe as it is. */
  public String jsonLdOf(ListingFacts facts, String summary) {
    Lang lang = page.lang();
    Texts texts = Texts.in(lang);
    String site = PublicUrl.value() + "/" + lang.code();
    String address = address(facts);
    String place = texts.get("listing.governorate." + facts.governorate());
    JsonObjectBuilder business =
        JSON.createObjectBuilder()
            .add("@type", "LocalBusiness")
            .add("@id", address + "#business")
            .add("name", facts.businessName())
            .add(
                "address",
                JSON.createObjectBuilder()
                    .add("@type", "PostalAddress")
                    .add("addressRegion", place)
                    .add("addressCountry", "IQ"));
    JsonObjectBuilder webPage =
        JSON.createObjectBuilder()
            .add("@type", "WebPage")
            .add("@id", address)
            .add("url", address)
            .add("name", facts.title(lang))
            .add("description", summary == null ? "" : summary)
            .add("inLanguage", facts.titleLang(lang).code())
            .add("datePublished", facts.publishedAt().toString())
            .add("primaryImageOfPage", pictureOf(facts))
            .add("about", JSON.createObjectBuilder().add("@id", address + "#business"))
            .add("isPartOf", JSON.createObjectBuilder().add("@id", site + "/#site"));
    JsonArrayBuilder crumbs =
        JSON.createArrayBuilder()
            .add(crumb(1, texts.get("shared.nav.listings"), site + "/listings"))
            .add(crumb(2, place, site + "/listings?governorate=" + facts.governorate().code()))
            .add(crumb(3, facts.title(lang), address));
    return safe(
        JSON.createObjectBuilder()
            .add("@context", "https://schema.org")
            .add(
                "@graph",
                JSON.createArrayBuilder()
                    .add(webPage)
                    .add(business)
                    .add(
                        JSON.createObjectBuilder()
                            .add("@type", "BreadcrumbList")
                            .add("itemListElement", crumbs))));
  }

  /** The site itself, likewise. */
  public String getJsonLd() {
    Lang lang = page.lang();
    String site = PublicUrl.value() + "/" + lang.code() + "/";
    return safe(
        JSON.createObjectBuilder()
            .add("@context", "https://schema.org")
            .add("@type", "WebSite")
            .add("@id", site + "#site")
            .add("url", site)
            .add("name", Texts.in(lang).get("shared.name"))
            .add("description", Texts.in(lang).get("shared.tagline"))
            .add("inLanguage", lang.code())
            .add(
                "potentialAction",
                JSON.createObjectBuilder()
                    .add("@type", "SearchAction")
                    .add("target", site + "listings?q={search_term_string}")
                    .add("query-input", "required name=search_term_string")));
  }

  private static JsonObjectBuilder crumb(int position, String name, String address) {
    return JSON.createObjectBuilder()
        .add("@type", "ListItem")
        .add("position", position)
        .add("name", name)
        .add("item", address);
  }

  /** Nothing that an owner wrote can end the element; browsers run none of this type. */
  private static String safe(JsonObjectBuilder json) {
    return "<script type=\"application/ld+json\">"
        + json.build()
            .toString()
            .replace("&", "\\u0026")
            .replace("<", "\\u003c")
            .replace(">", "\\u003e")
        + "</script>";
  }
}
