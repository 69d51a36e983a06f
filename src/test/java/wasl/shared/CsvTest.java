package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void noCellBecomesAFormula() {
    for (String begin : new String[] {"=", "+", "-", "@", "\t", "\r"}) {
      assertThat(Csv.cell(begin + "HYPERLINK(1)").replace("\"", ""))
          .as("%x", (int) begin.charAt(0))
          .startsWith("'" + begin);
    }
    assertThat(Csv.cell("a=1")).isEqualTo("a=1");
  }

  /** As a spreadsheet divides the line where the comma stands in numbers. */
  @Test
  void noPartOfACellBecomesAFormulaWhereSemicolonsDivide() {
    for (String evil :
        new String[] {
          "Bakery;=HYPERLINK(1);", "Bakery; =1+1", "Bakery\n=1+1", "Bakery;\t@SUM(1)", "a;+1;-2"
        }) {
      for (String part : Csv.cell(evil).split("[;\t\n\r]")) {
        assertThat(part.strip()).as(evil).doesNotStartWith("=").doesNotStartWith("@");
        assertThat(part.strip()).as(evil).doesNotStartWith("+").doesNotStartWith("-");
      }
    }
    assertThat(Csv.cell("two; three")).isEqualTo("\"two; three\"");
  }

  @Test
  void neitherBlanksNorWideLettersHideAFormula() {
    assertThat(Csv.cell(" =1+1")).isEqualTo("' =1+1");
    assertThat(Csv.cell("\uFEFF\u200B=1+1")).isEqualTo("'=1+1");
    assertThat(Csv.cell("\uFF1D1+1")).isEqualTo("'\uFF1D1+1");
    // what joins or divides letters of one word is part of it
    assertThat(Csv.cell("\u0645\u06CC\u200C\u062E")).isEqualTo("\u0645\u06CC\u200C\u062E");
  }

  @Test
  void whatDividesCellsIsQuoted() {
    assertThat(Csv.line("a,b", "say \"yes\"", null, 5))
        .isEqualTo("\"a,b\",\"say \"\"yes\"\"\",,5\r\n");
  }

  @Test
  void marksOfDirectionAreLeftOut() {
    assertThat(Csv.cell("\u2068=1\u2069")).isEqualTo("'=1");
    assertThat(Csv.BEGIN.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .containsExactly(0xEF, 0xBB, 0xBF);
  }
}
