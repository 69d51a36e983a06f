package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.text.Normalizer;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import wasl.shared.Paper.Cell;
import wasl.shared.Paper.Row;

class PaperTest {

  private static final String ADDRESS = "https://wasl.example/receipts/7K3Q-9XH2-M4D0-AB1C-ZZZZ";

  private final PaperPrinter printer = new PaperPrinter();

  @Test
  void arabicLettersAreJoinedAndInTheirOrder() throws Exception {
    String drawn = drawn(paper(Lang.AR, "وصل", "سُحب المبلغ من بطاقتكم في 15 شباط 2026."));
    assertThat(drawn).contains("وصل", "سُحب المبلغ من بطاقتكم في 15", "شباط 2026", "1,250.00");
  }

  @Test
  void soraniLettersAreJoinedToo() throws Exception {
    String drawn = drawn(paper(Lang.CKB, "وەسڵ", "بەڵێن، پێشنیاز، گەڵا، هێڵ، ڤیدیۆ، 250.50 دۆلار"));
    assertThat(words(drawn)).contains("250.50", "دۆ");
    // letters for which Unicode has no joined shapes are joined by the font's own
    assertThat(drawn).doesNotContain("ێ").doesNotContain("ڵ");
  }

  @Test
  void theSignOfANumberStaysBeforeIt() {
    Paper paper = new Paper(Lang.AR, "كشف").text("\u2212150.50 دولار").head("وصل");
    assertThat(paper.fo()).contains("direction=\"ltr\">\u2212150.50</fo:bidi-override> دولار");
  }

  @Test
  void englishReadsFromLeftToRight() throws Exception {
    String drawn = drawn(paper(Lang.EN, "Receipt", "Charged <to> your \"card\" & booked"));
    assertThat(drawn).contains("Receipt", "Charged <to> your \"card\" & booked", "1,250.00");
  }

  @Test
  void theCodeLeadsToTheAddress() throws Exception {
    byte[] pdf = printer.pdf(paper(Lang.AR, "وصل", "نص"));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("وصل");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).as("tagged").isTrue();
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
      int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
      BinaryBitmap bitmap =
          new BinaryBitmap(
              new HybridBinarizer(
                  new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
      assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(ADDRESS);
    }
  }

  @Test
  void controlAndDirectionMarksDoNoHarm() throws Exception {
    String text = "a\u0000b\u202Ec \u2068unclosed";
    assertThat(drawn(paper(Lang.EN, "Receipt", text))).contains("unclosed");
  }

  private static Paper paper(Lang lang, String title, String text) {
    return new Paper(lang, title)
        .head("Wasl")
        .rows(List.of(new Row("No.", Cell.figure("7K3Q")), new Row("Sum", Cell.of("1,250.00"))))
        .heading(title)
        .text(text)
        .table(
            List.of(60, 40),
            List.of(Cell.of(title), Cell.figure("1")),
            List.of(List.of(Cell.of(title), Cell.figure("2"))),
            true)
        .code(QrCode.of(ADDRESS), "code", ADDRESS)
        .small(text);
  }

  private String drawn(Paper paper) throws Exception {
    try (PDDocument document = Loader.loadPDF(printer.pdf(paper))) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** The letters themselves instead of their shapes, without vowel signs. */
  private static String words(String drawn) {
    return Normalizer.normalize(drawn, Normalizer.Form.NFKC).replaceAll("\\p{Mn}", "");
  }
}
