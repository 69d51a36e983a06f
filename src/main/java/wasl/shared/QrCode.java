package wasl.shared;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code (ISO/IEC 18004) with the four empty modules around it that readers need. */
public final class QrCode {

  private static final int QUIET_MODULES = 4;
  private static final int PIXELS = 8;

  private final BitMatrix modules;

  private QrCode(BitMatrix modules) {
    this.modules = modules;
  }

  /** The code of an address; a seventh of it may be unreadable. */
  public static QrCode of(String text) {
    try {
      return new QrCode(
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  1,
                  1,
                  Map.of(
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M,
                      EncodeHintType.MARGIN,
                      QUIET_MODULES)));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException(text, tooLong);
    }
  }

  /** How many modules wide and high it is, with its empty edge. */
  public int size() {
    return modules.getWidth();
  }

  /** Its dark modules as an SVG path in a view box of {@link #size}. */
  public String path() {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < size(); y++) {
      for (int x = 0; x < size(); x++) {
        if (modules.get(x, y)) {
          int from = x;
          while (x + 1 < size() && modules.get(x + 1, y)) {
            x++;
          }
          path.append('M').append(from).append(' ').append(y);
          path.append('h').append(x + 1 - from).append("v1h-").append(x + 1 - from).append('z');
        }
      }
    }
    return path.toString();
  }

  /** As a picture, eight pixels a module. */
  public byte[] png() {
    int width = size() * PIXELS;
    BufferedImage picture = new BufferedImage(width, width, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < width; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, modules.get(x / PIXELS, y / PIXELS) ? 0x000000 : 0xFFFFFF);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
