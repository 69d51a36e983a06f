package wasl.site.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.listing.PublishedParts;
import wasl.party.Institutions;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;
import wasl.vetting.InstitutionRecords;

/**
 * Serves {@code /robots.txt}, {@code /sitemap.xml} (an index, sitemaps.org 0.9) and its parts: the
 * pages that do not change with the institutions that have had a case, and the published listings
 * with their businesses, eight thousand listings a part: each of both is an address in three
 * languages, and a part holds fifty thousand at most.
 */
@WebServlet(urlPatterns = {"/sitemap.xml", "/sitemap/*", "/robots.txt"})
public class SitemapServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int PART = 8_000;
  private static final List<String> PAGES =
      List.of(
          "/",
          "/listings",
          "/how-it-works",
          "/fees",
          "/safety",
          "/about",
          "/institutions",
          "/receipts");
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  @Inject private transient PublishedParts listings;
  @Inject private transient Institutions institutions;
  @Inject private transient InstitutionRecords records;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "public, max-age=600");
    String path = request.getServletPath();
    if (path.equals("/robots.txt")) {
      response.setContentType("text/plain");
      robots(response.getWriter());
    } else if (path.equals("/sitemap.xml")) {
      response.setContentType("application/xml");
      index(response.getWriter());
    } else {
      part(String.valueOf(request.getPathInfo()), response);
    }
  }

  private static void robots(PrintWriter out) {
    out.println("User-agent: *");
    out.println("Disallow: /api/");
    for (Lang lang : Lang.values()) {
      for (String closed :
          List.of("my/", "desk", "finance", "admin", "sign-in", "stop/", "pay/", "confirm/")) {
        out.println("Disallow: /" + lang.code() + "/" + closed);
      }
    }
    out.println("Sitemap: " + PublicUrl.value() + "/sitemap.xml");
  }

  private void index(PrintWriter out) {
    out.print(XML + "<sitemapindex xmlns=\"" + SPACE + "\">\n");
    entry(out, "pages");
    for (ListingId first : listings.starts(PART)) {
      entry(out, first.toString());
    }
    out.print("</sitemapindex>\n");
  }

  private static void entry(PrintWriter out, String part) {
    out.print("<sitemap><loc>" + PublicUrl.value() + "/sitemap/" + part + ".xml</loc></sitemap>\n");
  }

  private void part(String info, HttpServletResponse response) throws IOException {
    String name = info.replaceFirst("^/", "").replaceFirst("\\.xml$", "");
    Optional<Long> first = Ids.parse(name);
    if (!info.endsWith(".xml") || first.isEmpty() && !name.equals("pages")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/xml");
    PrintWriter out = response.getWriter();
    out.print(
        XML + "<urlset xmlns=\"" + SPACE + "\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    if (first.isEmpty()) {
      PAGES.forEach(path -> addresses(out, path));
      records.decisions().keySet().stream()
          .map(id -> institutions.get(id).code())
          .sorted()
          .forEach(code -> addresses(out, "/institutions/" + code));
    } else {
      ListingId from = new ListingId(first.get());
      listings.from(from, PART).forEach(id -> addresses(out, "/listings/" + id));
      listings.businesses(from, PART).forEach(id -> addresses(out, "/businesses/" + id));
    }
    out.print("</urlset>\n");
  }

  /** The same page in each language, each naming all of them. */
  private static void addresses(PrintWriter out, String path) {
    StringBuilder others = new StringBuilder();
    for (Lang lang : Lang.values()) {
      others.append("<xhtml:link rel=\"alternate\" hreflang=\"").append(lang.code());
      others.append("\" href=\"").append(address(lang, path)).append("\"/>");
    }
    for (Lang lang : Lang.values()) {
      out.print("<url><loc>" + address(lang, path) + "</loc>" + others + "</url>\n");
    }
  }

  private static String address(Lang lang, String path) {
    return PublicUrl.value() + "/" + lang.code() + path;
  }
}
