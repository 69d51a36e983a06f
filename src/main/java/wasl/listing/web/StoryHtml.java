package wasl.listing.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * {@code #{story.html(text)}}: an owner's Markdown (CommonMark) as HTML that is safe to show. Raw
 * HTML in it may say in which language and direction a part reads, and is otherwise dropped;
 * scripts, styles, frames, forms and pictures from elsewhere never come through. Each paragraph
 * takes its direction from its own words.
 */
@Named("story")
@ApplicationScoped
public class StoryHtml {

  private static final int KEPT = 300;

  private static final Parser PARSER = Parser.builder().build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().attributeProviderFactory(context -> new OwnDirection()).build();

  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(
              "p",
              "br",
              "strong",
              "b",
              "em",
              "i",
              "ul",
              "ol",
              "li",
              "blockquote",
              "h3",
              "h4",
              "h5",
              "code",
              "pre",
              "hr",
              "bdi",
              "span",
              "div",
              "a")
          // A story stands under the page's own headings.
          .allowElements((name, attributes) -> "h3", "h1", "h2")
          .allowElements((name, attributes) -> "h5", "h6")
          .allowAttributes("dir")
          .matching(true, "ltr", "rtl", "auto")
          .globally()
          .allowAttributes("lang")
          .matching(Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*"))
          .globally()
          .allowAttributes("start")
          .matching(Pattern.compile("\\d{1,5}"))
          .onElements("ol")
          .allowAttributes("href")
          .onElements("a")
          .allowUrlProtocols("https", "http", "mailto")
          .requireRelsOnLinks("nofollow", "noopener", "noreferrer", "ugc")
          .toFactory();

  private final Map<String, String> made = new ConcurrentHashMap<>();

  /** Safe HTML; empty for null. */
  public String html(String markdown) {
    if (markdown == null) {
      return "";
    }
    if (made.size() > KEPT) {
      made.clear();
    }
    return made.computeIfAbsent(markdown, StoryHtml::make);
  }

  private static String make(String markdown) {
    try {
      return POLICY.sanitize(RENDERER.render(PARSER.parse(markdown)));
    } catch (StackOverflowError nestedOnPurpose) {
      // Thousands of quotations or emphases inside one another, which no story has: the words are
      // shown as they were typed.
      return "<p dir=\"auto\">" + escaped(markdown) + "</p>";
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Every block that holds words takes its direction from the first of them. */
  private static final class OwnDirection implements AttributeProvider {

    private static final List<String> BLOCKS = List.of("p", "li", "blockquote", "h1", "h2", "h3");

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
      if (BLOCKS.contains(tag) || node instanceof Heading) {
        attributes.put("dir", "auto");
      }
    }
  }
}
