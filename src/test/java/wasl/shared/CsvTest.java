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
