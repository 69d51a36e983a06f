package wasl.shared.web.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkupTest {

  private static final String NAMES =
      " xmlns='http://www.w3.org/1999/xhtml' xmlns:ui='jakarta.faces.facelets'"
          + " xmlns:f='jakarta.faces.core' xmlns:h='jakarta.faces.html'"
          + " xmlns:c='jakarta.tags.core' xmlns:w='wasl'";

  private final Map<String, String> files = new HashMap<>();
  private final Map<String, Object> given = new HashMap<>();
  private final Map<String, Object> same = new HashMap<>();

  /** What expressions ask. */
  public record Pet(String name, List<String> toys) {
    public String getKind() {
      return "cat";
    }

    public String called(String greeting, Object... more) {
      return greeting + " " + name + more.length;
    }
  }

  @Test
  void escapesWordsAndAttributes() {
    given.put("x", "<b>\"&\u0627\uD83D\uDE00");

    assertThat(written("<p title=\"#{x}\">#{x}</p>"))
        .isEqualTo(
            "<p title=\"&lt;b&gt;&quot;&amp;\u0627\uD83D\uDE00\">"
                + "&lt;b&gt;\"&amp;\u0627\uD83D\uDE00</p>");
  }

  @Test
  void leavesOutAttributesWithoutAValueButNotThoseThatAreWrittenEmpty() {
    assertThat(written("<img alt=\"\" class=\"#{nothing}\" src=\"a#{nothing}\"/>"))
        .isEqualTo("<img alt=\"\" src=\"a\" />");
  }

  @Test
  void onlyWhatIsSafeByItsMakerIsWrittenAsMarkup() {
    given.put("x", "<b>ok</b>");

    assertThat(written("<h:outputText value=\"#{x}\" escape=\"false\"/>")).isEqualTo("<b>ok</b>");
    assertThatThrownBy(() -> written("<h:outputText value=\"#{x}\"/>"))
        .hasMessageContaining("h:outputText");
  }

  @Test
  void refusesWhateverIsMoreThanMarkup() {
    for (var tag : List.of("h:form", "h:inputText", "ui:component", "f:ajax", "c:forEach")) {
      assertThatThrownBy(() -> written("<" + tag + "/>")).hasMessageContaining(tag);
    }
    assertThatThrownBy(() -> written("<script>#{x}</script>")).hasMessageContaining("script");
  }

  @Test
  void choosesAndRepeats() {
    given.put("pets", List.of(new Pet("Ali", List.of("ball")), new Pet("Zer", List.of())));

    assertThat(
            written(
                "<ui:repeat value=\"#{pets}\" var=\"p\"><i>#{p.name()}<c:choose><c:when"
                    + " test=\"#{empty p.toys()}\">-</c:when><c:otherwise>+</c:otherwise>"
                    + "</c:choose></i></ui:repeat>"))
        .isEqualTo("<i>Ali+</i><i>Zer-</i>");
    assertThat(written("<ui:fragment rendered=\"#{empty pets}\">x</ui:fragment>")).isEmpty();
  }

  @Test
  void aTagIsAFaceletWithWordsOfItsOwnAskedAnewEachTime() {
    files.put(
        "/WEB-INF/tags/toy.xhtml",
        "<ui:composition" + NAMES + "><b>#{toy += 1}#{more}</b><ui:insert/></ui:composition>");
    given.put("pets", List.of(new Pet("Ali", List.of("ball", "box"))));

    assertThat(
            written(
                "<ui:repeat value=\"#{pets}\" var=\"p\"><ui:repeat value=\"#{p.toys()}\" var=\"t\">"
                    + "<w:toy toy=\"#{t}\">#{t}</w:toy></ui:repeat></ui:repeat>"))
        .isEqualTo("<b>ball1</b>ball<b>box1</b>box");
  }

  @Test
  void aPageFillsItsTemplate() {
    files.put(
        "/t.xhtml",
        "<html"
            + NAMES
            + " lang=\"#{l}\"><f:view transient=\"true\"><ui:insert name=\"data\"/><body><ui:insert"
            + " name=\"body\">none</ui:insert><ui:insert name=\"foot\">foot</ui:insert></body>"
            + "</f:view></html>");
    files.put(
        "/a/page.xhtml",
        "<ui:composition template=\"/t.xhtml\""
            + NAMES
            + "><ui:param name=\"l\" value=\"ckb\"/><ui:define name=\"data\"><f:metadata>"
            + "<f:viewAction action=\"#{pet.toString}\"/></f:metadata></ui:define>"
            + "<ui:define name=\"body\"><ui:include src=\"part.xhtml\">"
            + "<ui:param name=\"q\" value=\"#{l}!\"/></ui:include></ui:define></ui:composition>");
    files.put(
        "/a/part.xhtml",
        "<ui:composition" + NAMES + "><!-- a note --><p>#{q}</p></ui:composition>");

    assertThat(write("/a/page.xhtml"))
        .isEqualTo("<!DOCTYPE html>\n<html lang=\"ckb\"><body><p>ckb!</p>foot</body></html>");
  }

  @Test
  void whatIsTheSameForEverybodyIsAskedWhileThePageIsRead() {
    same.put("t", new HashMap<>(Map.of("hello", "Hello & welcome", "cat", "Cat")));
    same.put("pet", new Pet("Ali", List.of()));
    files.put(
        "/x.xhtml",
        "<ui:composition"
            + NAMES
            + "><b title=\"#{t['hello']}\">#{t['hello']} #{pet.called('Hi', 'you')}</b>"
            + "<c:if test=\"#{pet.name() eq 'Ali'}\">#{t[kind]}</c:if></ui:composition>");
    given.put("kind", "cat");

    var markup = read("/x.xhtml");
    ((Map<?, ?>) same.get("t")).remove("hello");
    same.put("pet", null);

    assertThat(write(markup))
        .isEqualTo("<b title=\"Hello &amp; welcome\">Hello &amp; welcome Hi Ali1</b>Cat");
  }

  @Test
  void whatOnlyARequestKnowsIsAskedOfItsOwn() {
    same.put("link", "no member of this name");
    given.put("link", new Pet("Ali", List.of("ball")));

    assertThat(written("<b>#{link.name()} #{link.kind} #{link.called('Hi')}</b>"))
        .isEqualTo("<b>Ali cat Hi Ali0</b>");
  }

  @Test
  void whiteSpaceStaysWhereFaceletsLeavesIt() {
    assertThat(written("<b>a</b> <i>b</i> <c:if test=\"#{true}\"> <u>c</u> </c:if> d"))
        .isEqualTo("<b>a</b> <i>b</i> <u>c</u> d");
  }

  private String written(String content) {
    files.put("/x.xhtml", "<ui:composition" + NAMES + ">" + content + "</ui:composition>");
    return write("/x.xhtml");
  }

  private String write(String view) {
    return write(read(view));
  }

  private Markup read(String view) {
    return Markup.read(
        view,
        path -> {
          var text = files.get(path);
          return text == null
              ? null
              : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        },
        same);
  }

  private String write(Markup markup) {
    return new String(markup.write(given::get), StandardCharsets.UTF_8);
  }
}
