package wasl.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Words that Jakarta Expression Language reserves (5.0, 1.18) name nothing in a page: {@code
 * filter.empty()} is read as an operator, and the page fails as soon as somebody opens it.
 */
class PageNamesTest {

  private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)}");
  private static final Pattern TEXT = Pattern.compile("'[^']*'");
  private static final Pattern RESERVED =
      Pattern.compile(
          "\\.(and|or|not|eq|ne|lt|gt|le|ge|true|false|null|instanceof|empty|div|mod)\\b");

  @Test
  void noExpressionCallsAReservedWord() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Path.of("webapp"))) {
      for (Path page : all.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
        Matcher expression = EXPRESSION.matcher(Files.readString(page));
        while (expression.find()) {
          if (RESERVED.matcher(TEXT.matcher(expression.group(1)).replaceAll("''")).find()) {
            wrong.add(page + ": " + expression.group());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
