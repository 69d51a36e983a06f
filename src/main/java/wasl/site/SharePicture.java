package wasl.site;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import wasl.shared.Lang;
import wasl.shared.PaperPrinter;

/**
 * Draws the picture that stands beside a shared link in a chat: 1200 by 630 pixels, as Open Graph
 * readers want it, a JPEG of at most some hundred kilobytes. Letters are joined and ordered by the
 * font's own rules (TextLayout); the language decides on which side everything begins.
 *
 * <p>Longer than others since every part of one drawing stands here.
 */
public final class SharePicture {

  public static final int WIDTH = 1200;
  public static final int HEIGHT = 630;

  private static final int COVER = 440;
  private static final int MARGIN = 56;
  private static final int MOST_LINES = 4;

  private static final Color PAPER = new Color(0xfbf7ef);
  private static final Color INK = new Color(0x1b2a30);
  private static final Color QUIET = new Color(0x55605f);
  private static final Color FAIENCE = new Color(0x0d5670);
  private static final Color LIGHT = new Color(0xfffdf8);
  private static final Color OCHRE = new Color(0xdda23d);

  private static final Font REGULAR = font("IBMPlexSansArabic-Regular.ttf");

  /** That of large words, on paper too. */
  static final Font BOLD = font("IBMPlexSansArabic-SemiBold.ttf");

  /** The mark's strokes in its own units, see {@code mark.svg}. */
  private static final int[][] MARK = {
    {1, 13, 17, 13, 17, 9, 9, 9},
    {9, 11, 9, 17},
    {5, 1, 5, 17},
    {13, 1, 17, 1, 17, 9, 13, 9},
    {17, 5, 13, 5, 13, 1}
  };

  private SharePicture() {}

  /**
   * Draws it.
   *
   * @param cover the cover's JPEG file; null for a pattern in its place
   */
  public static byte[] draw(ShareFacts facts, byte[] cover) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = picture.createGraphics();
    try {
      on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      on.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      on.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      on.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      on.setColor(PAPER);
      on.fillRect(0, 0, WIDTH, HEIGHT);
      boolean rtl = facts.lang().getDir().equals("rtl");
      cover(on, cover, rtl ? 0 : WIDTH - COVER);
      words(on, facts, rtl);
    } finally {
      on.dispose();
    }
    return jpeg(picture);
  }

  private static void words(Graphics2D on, ShareFacts facts, boolean rtl) {
    int from = rtl ? COVER + MARGIN : MARGIN;
    int width = WIDTH - COVER - 2 * MARGIN;
    mark(on, rtl ? from + width - 56 : from, MARGIN, 56);
    int nameRoom = width - 56 - 20;
    line(
        on, facts.tag(), REGULAR.deriveFont(26f), QUIET, rtl ? from : from + 76, nameRoom, 94, rtl);
    int size = 62;
    List<TextLayout> lines = lines(on, facts.title(), facts.titleLang(), size, width);
    while (lines.size() > MOST_LINES && size > 26) {
      size -= 4;
      lines = lines(on, facts.title(), facts.titleLang(), size, width);
    }
    boolean titleRtl = facts.titleLang().getDir().equals("rtl");
    on.setColor(INK);
    int y = 136;
    for (TextLayout each : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
      y += size * 36 / 25;
      each.draw(on, titleRtl ? from + width - each.getAdvance() : from, y);
    }
    y += 20;
    boolean first = true;
    for (String text : facts.lines()) {
      y += first ? 44 : 40;
      if (y > HEIGHT - 108) {
        break;
      }
      Font font = first ? BOLD.deriveFont(32f) : REGULAR.deriveFont(27f);
      line(on, text, font, first ? FAIENCE : QUIET, from, width, y, rtl);
      first = false;
    }
    on.setColor(OCHRE);
    on.fillRect(from, HEIGHT - 92, width, 3);
    line(on, facts.foot(), REGULAR.deriveFont(24f), QUIET, from, width, HEIGHT - 48, rtl);
  }

  /** One line; what is too long ends in an ellipsis. */
  private static void line(
      Graphics2D on, String text, Font font, Color color, int from, int width, int y, boolean rtl) {
    if (text == null || text.isBlank()) {
      return;
    }
    FontRenderContext context = on.getFontRenderContext();
    String shown = text;
    TextLayout layout = layout(shown, font, rtl, context);
    while (layout.getAdvance() > width && shown.length() > 2) {
      shown = shown.substring(0, shown.length() - 2).strip() + "…";
      layout = layout(shown, font, rtl, context);
    }
    on.setColor(color);
    layout.draw(on, rtl ? from + width - layout.getAdvance() : from, y);
  }

  private static TextLayout layout(String text, Font font, boolean rtl, FontRenderContext context) {
    return new TextLayout(attributed(text, font, rtl).getIterator(), context);
  }

  private static AttributedString attributed(String text, Font font, boolean rtl) {
    AttributedString words = new AttributedString(text);
    words.addAttribute(TextAttribute.FONT, font);
    words.addAttribute(
        TextAttribute.RUN_DIRECTION,
        rtl ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
    return words;
  }

  private static List<TextLayout> lines(
      Graphics2D on, String text, Lang lang, int size, int width) {
    String title = text == null || text.isBlank() ? " " : text;
    Font font = BOLD.deriveFont(Font.PLAIN, size);
    LineBreakMeasurer measurer =
        new LineBreakMeasurer(
            attributed(title, font, lang.getDir().equals("rtl")).getIterator(),
            on.getFontRenderContext());
    List<TextLayout> lines = new ArrayList<>();
    while (measurer.getPosition() < title.length()) {
      lines.add(measurer.nextLayout(width));
    }
    return lines;
  }

  private static void cover(Graphics2D on, byte[] cover, int x) {
    Shape before = on.getClip();
    on.setClip(new Rectangle2D.Double(x, 0, COVER, HEIGHT));
    BufferedImage picture = read(cover);
    if (picture == null) {
      pattern(on, x);
    } else {
      double scale =
          Math.max((double) COVER / picture.getWidth(), (double) HEIGHT / picture.getHeight());
      AffineTransform way = new AffineTransform();
      way.translate(
          x + (COVER - picture.getWidth() * scale) / 2, (HEIGHT - picture.getHeight() * scale) / 2);
      way.scale(scale, scale);
      on.drawImage(picture, way, null);
    }
    on.setClip(before);
  }

  private static BufferedImage read(byte[] cover) {
    try {
      return cover == null ? null : ImageIO.read(new ByteArrayInputStream(cover));
    } catch (IOException damaged) {
      return null;
    }
  }

  /** Eight-pointed stars in rows, as on tiles. */
  private static void pattern(Graphics2D on, int x) {
    on.setColor(FAIENCE);
    on.fillRect(x, 0, COVER, HEIGHT);
    on.setStroke(new BasicStroke(3f));
    int step = 110;
    for (int row = 0; row <= HEIGHT / step + 1; row++) {
      for (int column = 0; column <= COVER / step + 1; column++) {
        boolean light = (row + column) % 2 == 0;
        on.setColor(light ? OCHRE : new Color(0x86bac4));
        Path2D star = star(x + column * step, row * step, 46);
        if (light) {
          on.fill(star);
        } else {
          on.draw(star);
        }
      }
    }
  }

  private static Path2D star(int x, int y, int radius) {
    Path2D star = new Path2D.Double();
    for (int i = 0; i < 16; i++) {
      double angle = Math.PI * i / 8;
      double length = i % 2 == 0 ? radius : radius * 0.765;
      double px = x + length * Math.sin(angle);
      double py = y - length * Math.cos(angle);
      if (i == 0) {
        star.moveTo(px, py);
      } else {
        star.lineTo(px, py);
      }
    }
    star.closePath();
    return star;
  }

  private static void mark(Graphics2D on, int x, int y, int size) {
    on.setColor(FAIENCE);
    on.fillRoundRect(x, y, size, size, size / 9, size / 9);
    on.setColor(LIGHT);
    double unit = size / 15.0;
    on.setStroke(new BasicStroke((float) unit, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
    for (int[] stroke : MARK) {
      Path2D path = new Path2D.Double();
      path.moveTo(x + (stroke[0] / 2.0 + 3) * unit, y + (stroke[1] / 2.0 + 3) * unit);
      for (int i = 2; i < stroke.length; i += 2) {
        path.lineTo(x + (stroke[i] / 2.0 + 3) * unit, y + (stroke[i + 1] / 2.0 + 3) * unit);
      }
      on.draw(path);
    }
  }

  private static byte[] jpeg(BufferedImage picture) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(0.86f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), param);
    } catch (IOException full) {
      throw new IllegalStateException(full);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static Font font(String file) {
    try (InputStream in = PaperPrinter.class.getResourceAsStream("fonts/" + file)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException unreadable) {
      throw new IllegalStateException(file, unreadable);
    }
  }
}
