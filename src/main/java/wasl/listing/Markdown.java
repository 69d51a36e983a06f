package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Turns what an owner typed as Markdown (CommonMark) into HTML that is safe to show: paragraphs,
 * lists, quotations, emphasis and small headings. Links, pictures and scripts are left out, since a
 * story must not lead a reader away; {@code dir} and {@code lang} stay.
 */
@ApplicationScoped
public class Markdown {

  private static final Pattern LANG = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*");
  private static final Pattern DIR = Pattern.compile("ltr|rtl|auto");

  private static final int MOST_MADE = 500;

  /** Stories of late: the same ones are read again and again, and making one takes its time. */
  private final Map<String, String> made = new ConcurrentHashMap<>();

  private final Parser parser = Parser.builder().build();
  private final HtmlRenderer renderer = HtmlRenderer.builder().build();
  private final PolicyFactory policy =
      new HtmlPolicyBuilder()
          .allowElements(
              "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h3", "h4", "span", "div")
          .allowElements((element, attributes) -> "h3", "h1", "h2")
          .allowElements((element, attributes) -> "h4", "h5", "h6")
          .allowAttributes("lang")
          .matching(LANG)
          .globally()
          .allowAttributes("dir")
          .matching(DIR)
          .globally()
          .toFactory();

  /** Safe HTML for a story; empty for none. */
  public String html(String markdown) {
    if (markdown == null) {
      return "";
    }
    if (made.size() >= MOST_MADE) {
      made.clear();
    }
    return made.computeIfAbsent(
        markdown, typed -> policy.sanitize(renderer.render(parser.parse(typed))));
  }
}
