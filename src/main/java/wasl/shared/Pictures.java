package wasl.shared;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes uploaded pictures harmless: the pixels are read and written anew as JPEG, in three sizes,
 * so that nothing of the file survives but what can be seen. Place, time, camera and hidden data
 * are gone; the turn that a phone notes in Exif is carried out.
 *
 * <p>The dimensions are checked before a pixel is decoded: a small file can claim a picture of many
 * gigabytes.
 */
public final class Pictures {

  /** The most bytes that a file may have. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final long MOST_PIXELS = 50_000_000;
  private static final int LONGEST_SIDE = 16_000;

  /** So many pixels are decoded at most: enough for the largest size, whatever the form. */
  private static final long DECODED_PIXELS = 12_000_000;

  /** One picture at a time: a decoded one takes up to a tenth of the server's memory. */
  private static final Semaphore ONE = new Semaphore(1);

  private static final int LEAST_PERCENT = 38;
  private static final int NARROWEST = 120;

  private static final Set<String> FORMATS = Set.of("jpeg", "png");

  private Pictures() {}

  /** A size that is kept. */
  public enum Size {
    /** For cards, of which a page shows nine: with all of them it stays below 150 KB. */
    CARD(480, 68, 8_000),
    /** For a page's width on a phone or a column. */
    PAGE(960, 70, 45_000),
    /** For looking closely. */
    FULL(1920, 80, Integer.MAX_VALUE);

    private final int width;
    private final int percent;
    private final int mostBytes;

    Size(int width, int percent, int mostBytes) {
      this.width = width;
      this.percent = percent;
      this.mostBytes = mostBytes;
    }

    /** The most pixels that it is wide. */
    public int width() {
      return width;
    }

    /** Its word in addresses: card, page or full. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A picture made anew.
   *
   * @param files JPEG files
   * @param width of the largest, in pixels
   */
  public record Picture(Map<Size, byte[]> files, int width, int height) {}

  /**
   * Makes the picture anew.
   *
   * @throws Refused {@link UploadRefused.UploadType}, {@link UploadRefused.UploadBroken}, {@link
   *     UploadRefused.UploadPixels}
   */
  public static Picture remake(byte[] bytes) {
    ONE.acquireUninterruptibly();
    try {
      return made(bytes);
    } finally {
      ONE.release();
    }
  }

  private static Picture made(byte[] bytes) {
    BufferedImage picture = upright(read(bytes), Exif.turn(bytes));
    Map<Size, byte[]> files = new EnumMap<>(Size.class);
    BufferedImage smaller = picture;
    int width = 0;
    int height = 0;
    for (Size size : new Size[] {Size.FULL, Size.PAGE, Size.CARD}) {
      smaller = scaled(smaller, size.width);
      if (size == Size.FULL) {
        width = smaller.getWidth();
        height = smaller.getHeight();
      }
      files.put(size, light(smaller, size));
    }
    return new Picture(files, width, height);
  }

  /** First at the price of fine detail, then of pixels, as light as the size must be. */
  private static byte[] light(BufferedImage picture, Size size) {
    BufferedImage present = picture;
    while (true) {
      for (int percent = size.percent; percent >= LEAST_PERCENT; percent -= 6) {
        byte[] file = jpeg(present, percent);
        if (file.length <= size.mostBytes || present.getWidth() <= NARROWEST) {
          return file;
        }
      }
      present = scaled(present, Math.max(NARROWEST, present.getWidth() * 3 / 4));
    }
  }

  private static BufferedImage read(byte[] bytes) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new Refused(new UploadRefused.UploadType());
      }
      ImageReader reader = readers.next();
      try {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          throw new Refused(new UploadRefused.UploadType());
        }
        reader.setInput(in, true, true);
        return decode(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      throw new Refused(new UploadRefused.UploadBroken());
    }
  }

  private static BufferedImage decode(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      throw new Refused(new UploadRefused.UploadPixels(MOST_PIXELS / 1_000_000));
    }
    ImageReadParam half = reader.getDefaultReadParam();
    int step = Math.max(1, Math.min(width, height) / (2 * Size.FULL.width));
    while ((long) width * height / step / step > DECODED_PIXELS) {
      step++;
    }
    half.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, half);
  }

  /** Eight ways in which Exif (2.32, 4.6.4) says that the camera was held. */
  private static BufferedImage upright(BufferedImage picture, int turn) {
    int w = picture.getWidth();
    int h = picture.getHeight();
    boolean sideways = turn >= 5;
    BufferedImage out =
        new BufferedImage(sideways ? h : w, sideways ? w : h, BufferedImage.TYPE_INT_RGB);
    AffineTransform way =
        switch (turn) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
          default -> new AffineTransform();
        };
    Graphics2D graphics = out.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, out.getWidth(), out.getHeight());
    graphics.drawImage(picture, way, null);
    graphics.dispose();
    return out;
  }

  private static BufferedImage scaled(BufferedImage picture, int most) {
    BufferedImage present = picture;
    while (present.getWidth() > most) {
      // Halving step by step keeps fine lines that one big step would lose.
      int width = Math.max(most, (present.getWidth() + 1) / 2);
      int height =
          Math.max(1, Math.round((float) present.getHeight() * width / present.getWidth()));
      BufferedImage next = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = next.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(present, 0, 0, width, height, null);
      graphics.dispose();
      present = next;
    }
    return present;
  }

  private static byte[] jpeg(BufferedImage picture, int percent) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(percent / 100f);
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), param);
    } catch (IOException full) {
      throw new IllegalStateException(full);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
