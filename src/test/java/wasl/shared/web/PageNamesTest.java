package wasl.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Names in pages. Words that Jakarta Expression Language reserves (5.0, 1.18) name nothing: {@code
 * filter.empty()} is read as an operator, and the page fails as soon as somebody opens it. And what
 * a form sends back has a name.
 */
class PageNamesTest {

  private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)}");
  private static final Pattern TEXT = Pattern.compile("'[^']*'");
  private static final Pattern RESERVED =
      Pattern.compile(
          "\\.(and|or|not|eq|ne|lt|gt|le|ge|true|false|null|instanceof|empty|div|mod)\\b");

  private static final String QUOTED = "(?:[^>\"]|\"[^\"]*\")*";

  /** What a form sends back, and what repeats it: tags of Faces and our own fields. */
  private static final Pattern SENT =
      Pattern.compile(
          "<(?:h:(?:form|command|input|select)|w:(?:text|check|select))" + QUOTED + ">");

  private static final Pattern REPEAT =
      Pattern.compile("<ui:repeat\\b(" + QUOTED + ")>(.*?)</ui:repeat>", Pattern.DOTALL);

  private static final Pattern NAMED = Pattern.compile("\\sid=\"");

  @Test
  void noExpressionCallsAReservedWord() throws IOException {
    List<String> wrong = new ArrayList<>();
    pages()
        .forEach(
            (page, text) -> {
              Matcher expression = EXPRESSION.matcher(text);
              while (expression.find()) {
                if (RESERVED.matcher(TEXT.matcher(expression.group(1)).replaceAll("''")).find()) {
                  wrong.add(page + ": " + expression.group());
                }
              }
            });
    assertThat(wrong).isEmpty();
  }

  /**
   * A name that Faces makes up is another one when the form comes back, since the views are kept
   * nowhere: the button that was pressed is not found, and nothing happens at all.
   */
  @Test
  void whateverAFormSendsBackHasANameOfItsOwn() throws IOException {
    List<String> wrong = new ArrayList<>();
    pages()
        .forEach(
            (page, text) -> {
              Matcher sent = SENT.matcher(text);
              while (sent.find()) {
                if (!NAMED.matcher(sent.group()).find()) {
                  wrong.add(page + ": " + sent.group());
                }
              }
              Matcher repeat = REPEAT.matcher(text);
              while (repeat.find()) {
                if (SENT.matcher(repeat.group(2)).find()
                    && !NAMED.matcher(repeat.group(1)).find()) {
                  wrong.add(page + ": ui:repeat" + repeat.group(1));
                }
              }
            });
    assertThat(wrong).isEmpty();
  }

  /**
   * Faces makes the parts of a page with a view action anew after a field that it requires was left
   * empty, and with them goes what was typed into the others: such a page refuses in its use case,
   * which comes after the fields have been taken over. The workspaces' frame keeps them.
   */
  @Test
  void aPageWithAViewActionLeavesItToItsUseCaseToRequireAField() throws IOException {
    List<Path> wrong = new ArrayList<>();
    pages()
        .forEach(
            (page, text) -> {
              if (text.contains("/WEB-INF/layout/page.xhtml")
                  && text.contains("<f:viewAction")
                  && text.contains(" required=\"true\"")) {
                wrong.add(page);
              }
            });
    assertThat(wrong).isEmpty();
  }

  private static Map<Path, String> pages() throws IOException {
    Map<Path, String> pages = new TreeMap<>();
    try (Stream<Path> all = Files.walk(Path.of("webapp"))) {
      for (Path page : all.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
        pages.put(page, Files.readString(page));
      }
    }
    assertThat(pages).isNotEmpty();
    return pages;
  }
}
