package wasl.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.File;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Lang;
import wasl.shared.PaperPrinter;

class PosterTest {

  /**
   * One and the same address each time: of a single still picture the reader cannot make out every
   * code (one of 120 random ones at 100 dots an inch, none at 150), as a camera's many pictures do.
   */
  @ParameterizedTest
  @EnumSource(Lang.class)
  void isOneSheetWhoseCodeLeadsToTheProject(Lang lang) throws Exception {
    ListingId id = new ListingId(8_123_456_789_012L);
    byte[] pdf =
        new PaperPrinter()
            .pdf(Poster.of(facts(id), "البصرة", "https://wasl.example/listings/" + id, lang));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
      ImageIO.write(page, "png", new File("target/poster-" + lang.code() + ".png"));
      int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
      String read =
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(
                      new HybridBinarizer(
                          new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))))
              .getText();
      assertThat(read).endsWith("/listings/" + id);
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void isOneSheetWithTheLongestTitleAndName(Lang lang) throws Exception {
    ListingId id = new ListingId(8_123_456_789_012L);
    for (String word : new String[] {"معمل ", "ئامێرەکان ", "WWWWWWWW ", "reconstruction "}) {
      String title = word.repeat(100).substring(0, 99) + "x";
      String name = word.repeat(100).substring(0, 119) + "x";
      byte[] pdf =
          new PaperPrinter()
              .pdf(
                  Poster.of(
                      facts(id, name, title),
                      "قضاء المدينة، البصرة",
                      "https://wasl.example",
                      lang));
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(document.getNumberOfPages()).as(word).isEqualTo(1);
      }
    }
  }

  @Test
  void thereIsNoneOfWhatIsHaltedOverOrUnpublished() {
    Set<ListingState> none =
        Set.of(
            ListingState.SUSPENDED,
            ListingState.UNFUNDED,
            ListingState.STOPPED,
            ListingState.WITHDRAWN);
    for (ListingState state : ListingState.values()) {
      assertThat(Poster.printed(facts(state, Instant.EPOCH)))
          .as(state.name())
          .isNotEqualTo(none.contains(state));
    }
    assertThat(Poster.printed(facts(ListingState.LIVE, null))).isFalse();
  }

  private static ListingFacts facts(ListingId id) {
    return facts(id, "معمل الدبس", "معمل تعبئة دبس التمر في البصرة & <كل> ما يلزم");
  }

  private static ListingFacts facts(ListingState state, Instant publishedAt) {
    return facts(new ListingId(1), state, publishedAt, "a", "b");
  }

  private static ListingFacts facts(ListingId id, String business, String title) {
    return facts(id, ListingState.LIVE, null, business, title);
  }

  private static ListingFacts facts(
      ListingId id, ListingState state, Instant publishedAt, String business, String title) {
    return new ListingFacts(
        id,
        state,
        null,
        null,
        business,
        Map.of(Lang.AR, title),
        Lang.AR,
        FundingModel.GRANT,
        Currency.USD,
        Money.minor(2_650_000, Currency.USD),
        null,
        null,
        null,
        null,
        Governorate.BA,
        publishedAt,
        null,
        null,
        null,
        null,
        null);
  }
}
