package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

class PicturesTest {

  private static byte[] picture(int width, int height, String format) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width / 2; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, Color.RED.getRGB());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static BufferedImage read(byte[] jpeg) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  /** The JPEG with an Exif block that names a place and says how the camera was held. */
  private static byte[] held(byte[] jpeg, int turn) {
    byte[] secret = "GPS 30.5085 47.7804".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream tiff = new ByteArrayOutputStream();
    tiff.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
    tiff.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) turn, 0, 0, 0, 0, 0, 0});
    tiff.writeBytes(secret);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int length = 2 + 6 + tiff.size();
    out.write(jpeg, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
    out.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
    out.writeBytes(tiff.toByteArray());
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /** A PNG of a few bytes that says to have this many pixels. */
  private static byte[] claiming(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    byte[] header = new byte[17];
    System.arraycopy("IHDR".getBytes(StandardCharsets.US_ASCII), 0, header, 0, 4);
    for (int i = 0; i < 4; i++) {
      header[4 + i] = (byte) (width >> 24 - 8 * i);
      header[8 + i] = (byte) (height >> 24 - 8 * i);
    }
    header[12] = 8;
    header[13] = 2;
    CRC32 crc = new CRC32();
    crc.update(header);
    out.writeBytes(new byte[] {0, 0, 0, 13});
    out.writeBytes(header);
    for (int i = 0; i < 4; i++) {
      out.write((int) (crc.getValue() >> 24 - 8 * i));
    }
    return out.toByteArray();
  }

  private static void refuses(byte[] bytes, Class<? extends Refusal> with) {
    assertThatThrownBy(() -> Pictures.remake(bytes))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(with));
  }

  @Test
  void isLightHoweverMuchThereIsToSee() throws IOException {
    BufferedImage noise = new BufferedImage(1_920, 1_080, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int x = 0; x < 1_920; x++) {
      for (int y = 0; y < 1_080; y++) {
        noise.setRGB(x, y, random.nextInt());
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(noise, "png", png);
    Map<Pictures.Size, byte[]> files = Pictures.remake(png.toByteArray()).files();

    assertThat(files.get(Pictures.Size.CARD)).hasSizeLessThanOrEqualTo(8_000);
    assertThat(files.get(Pictures.Size.PAGE)).hasSizeLessThanOrEqualTo(45_000);
    assertThat(read(files.get(Pictures.Size.CARD)).getWidth()).isBetween(120, 480);
  }

  @Test
  void makesThreeSizesOfAPicture() throws IOException {
    Pictures.Picture made = Pictures.remake(picture(2_400, 1_200, "png"));
    assertThat(read(made.files().get(Pictures.Size.FULL)).getWidth()).isEqualTo(1_920);
    assertThat(read(made.files().get(Pictures.Size.PAGE)).getWidth()).isEqualTo(960);
    assertThat(read(made.files().get(Pictures.Size.CARD)).getWidth()).isEqualTo(480);
    assertThat(made.width()).isEqualTo(1_920);
    assertThat(made.height()).isEqualTo(960);
  }

  @Test
  void neverMakesAPictureLarger() throws IOException {
    Pictures.Picture made = Pictures.remake(picture(120, 90, "jpeg"));
    assertThat(read(made.files().get(Pictures.Size.FULL)).getWidth()).isEqualTo(120);
  }

  @Test
  void leavesPlaceAndCameraBehind() throws IOException {
    byte[] taken = held(picture(120, 90, "jpeg"), 1);
    assertThat(new String(taken, StandardCharsets.ISO_8859_1)).contains("GPS 30.5085");
    for (byte[] made : Pictures.remake(taken).files().values()) {
      assertThat(new String(made, StandardCharsets.ISO_8859_1))
          .doesNotContain("GPS")
          .doesNotContain("Exif");
    }
  }

  @Test
  void turnsWhatAPhoneHeldUpright() throws IOException {
    // Held so that the picture must be turned a quarter to the right: red, left before, is on top.
    Pictures.Picture made = Pictures.remake(held(picture(120, 90, "jpeg"), 6));
    BufferedImage turned = read(made.files().get(Pictures.Size.FULL));
    assertThat(turned.getWidth()).isEqualTo(90);
    assertThat(turned.getHeight()).isEqualTo(120);
    assertThat(new Color(turned.getRGB(45, 10)).getRed()).isGreaterThan(200);
    assertThat(new Color(turned.getRGB(45, 110)).getRed()).isLessThan(60);
  }

  @Test
  void refusesASmallFileThatClaimsAHugePicture() {
    refuses(claiming(100_000, 100_000), UploadRefused.UploadPixels.class);
    refuses(claiming(15_000, 15_000), UploadRefused.UploadPixels.class);
  }

  @Test
  void refusesWhatIsNoPicture() throws IOException {
    refuses(
        "%PDF-1.7 not a picture".getBytes(StandardCharsets.US_ASCII),
        UploadRefused.UploadType.class);
    refuses(
        "<svg onload='alert(1)'/>".getBytes(StandardCharsets.US_ASCII),
        UploadRefused.UploadType.class);
    refuses(picture(10, 10, "gif"), UploadRefused.UploadType.class);
    refuses(new byte[0], UploadRefused.UploadType.class);
  }

  /** As programs for printing save pictures: in cyan, magenta, yellow and black. */
  @Test
  void takesTheColoursOfAPrintingPress() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(to);
      Raster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 32, 32, 4, null);
      writer.write(new IIOImage(inks, null, null));
    } finally {
      writer.dispose();
    }

    assertThat(Pictures.remake(out.toByteArray()).width()).isEqualTo(32);
  }

  @Test
  void refusesAPictureThatDidNotArriveWhole() throws IOException {
    byte[] whole = picture(300, 300, "png");
    refuses(Arrays.copyOf(whole, 60), UploadRefused.UploadBroken.class);
    refuses(claiming(10, 10), UploadRefused.UploadBroken.class);
  }
}
