package wasl.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wasl.shared.Lang;
import wasl.shared.PaperPrinter;

class SharePictureTest {

  private static ShareFacts facts(Lang lang, String title, Lang titleLang) {
    List<String> lines =
        switch (lang) {
          case AR ->
              List.of("المبلغ المطلوب: \u206826,500 دولار\u2069", "معمل دبس · البصرة", "منحة");
          case CKB -> List.of("بڕی پێویست: \u206826,500 دۆلار\u2069", "کارگە · بەسرە", "بەخشین");
          case EN -> List.of("Goal: USD 26,500", "Syrup works · Basra", "Grant");
        };
    return new ShareFacts(
        lang, lang == Lang.EN ? "Wasl" : "وصل", title, titleLang, lines, lines.get(1));
  }

  private static String title(Lang lang) {
    return switch (lang) {
      case AR -> "معمل تعبئة دبس التمر في البصرة";
      case CKB -> "کارگەی مرەبا و دۆشاوی سۆران";
      case EN -> "Date syrup bottling in Basra";
    };
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void hasTheSizeThatReadersWantAndIsLight(Lang lang) throws IOException {
    byte[] jpeg = SharePicture.draw(facts(lang, title(lang), lang), null);
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
    assertThat(picture.getWidth()).isEqualTo(1200);
    assertThat(picture.getHeight()).isEqualTo(630);
    assertThat(jpeg.length).isLessThan(200_000);
    Path shots = Files.createDirectories(Path.of("target/shots"));
    Files.write(shots.resolve("share-" + lang.code() + ".jpg"), jpeg);
  }

  @Test
  void beginsOnTheSideOfItsLanguage() throws IOException {
    assertThat(paperAt(Lang.EN, 20)).isTrue();
    assertThat(paperAt(Lang.EN, 1180)).isFalse();
    assertThat(paperAt(Lang.AR, 20)).isFalse();
    assertThat(paperAt(Lang.AR, 1180)).isTrue();
  }

  /** Whether the words' ground, and not the cover, is at this column. */
  private static boolean paperAt(Lang lang, int x) throws IOException {
    byte[] jpeg = SharePicture.draw(facts(lang, title(lang), lang), null);
    int color = ImageIO.read(new ByteArrayInputStream(jpeg)).getRGB(x, 315);
    return ((color >> 16) & 0xff) > 240 && (color & 0xff) > 225;
  }

  @Test
  void takesTheLongestTitleAnEmptyOneAndADamagedCover() throws IOException {
    String longest = "مشروع طويل العنوان جداً ".repeat(6).strip();
    byte[] jpeg = SharePicture.draw(facts(Lang.EN, longest, Lang.AR), new byte[] {1, 2, 3});
    Files.createDirectories(Path.of("target/shots"));
    Files.write(Path.of("target/shots/share-long.jpg"), jpeg);
    assertThat(jpeg.length).isPositive();
    assertThat(SharePicture.draw(facts(Lang.AR, null, Lang.AR), null).length).isPositive();
    String unbroken = "A".repeat(120);
    assertThat(SharePicture.draw(facts(Lang.EN, unbroken, Lang.EN), null).length).isPositive();
  }

  @Test
  void theFontHasEveryLetter() throws Exception {
    try (InputStream in =
        PaperPrinter.class.getResourceAsStream("fonts/IBMPlexSansArabic-SemiBold.ttf")) {
      Font font = Font.createFont(Font.TRUETYPE_FONT, in);
      assertThat(font.canDisplayUpTo("ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێءأإآةىكيثذصضطظ0123456789"))
          .isEqualTo(-1);
    }
  }
}
