package wasl.listing.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryHtmlTest {

  private final StoryHtml story = new StoryHtml();

  @Test
  void writesMarkdownWithEachParagraphsOwnDirection() {
    assertThat(story.html("## نول\n\nA **loom**\n\n- one\n- two"))
        .contains("<h3 dir=\"auto\">نول</h3>")
        .contains("<p dir=\"auto\">A <strong>loom</strong></p>")
        .contains("<li dir=\"auto\">one</li>");
  }

  @Test
  void keepsLanguageAndDirection() {
    assertThat(story.html("<p lang=\"ckb\" dir=\"rtl\">چۆن</p>"))
        .contains("lang=\"ckb\"")
        .contains("dir=\"rtl\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,AAAA)",
        "![x](https://evil.example/pixel.png)",
        "<p onclick=\"alert(1)\" style=\"position:fixed\">x</p>",
        "<iframe src=\"https://evil.example\"></iframe>",
        "<form action=\"https://evil.example\"><input name=password></form>",
        "<style>body{display:none}</style>",
        "<svg><script>alert(1)</script></svg>"
      })
  void dropsEverythingThatActsOrReachesOut(String markdown) {
    assertThat(story.html(markdown))
        .doesNotContainIgnoringCase("alert(1)\"")
        .doesNotContainIgnoringCase("<script")
        .doesNotContainIgnoringCase("javascript:")
        .doesNotContainIgnoringCase("onerror")
        .doesNotContainIgnoringCase("onclick")
        .doesNotContainIgnoringCase("<img")
        .doesNotContainIgnoringCase("<iframe")
        .doesNotContainIgnoringCase("<form")
        .doesNotContainIgnoringCase("<input")
        .doesNotContainIgnoringCase("<style")
        .doesNotContainIgnoringCase("style=")
        .doesNotContainIgnoringCase("data:")
        .doesNotContain("evil.example");
  }

  @Test
  void marksLinksAsTheOwnersOwn() {
    assertThat(story.html("[x](https://example.org)"))
        .contains("href=\"https://example.org\"")
        .contains("nofollow");
  }

  @Test
  void survivesQuotationsNestedOnPurpose() {
    assertThat(story.html("> ".repeat(10_000) + "x")).contains("x");
    assertThat(story.html("*a **b ".repeat(2_800))).contains("a");
  }

  @Test
  void isEmptyForNothing() {
    assertThat(story.html(null)).isEmpty();
  }
}
