package wasl.site.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import wasl.listing.Sector;
import wasl.site.SharePicture;

/** The drawings that stand for listings without a picture, as pixels. */
@ApplicationScoped
public class SectorCovers {

  private static final byte[] NONE = {};

  @Inject private ServletContext application;

  private final Map<Sector, byte[]> drawn = new ConcurrentHashMap<>();

  /** A sector's drawing as PNG file; null where there is none. */
  byte[] of(Sector sector) {
    if (sector == null) {
      return null;
    }
    byte[] png = drawn.computeIfAbsent(sector, this::draw);
    return png.length == 0 ? null : png;
  }

  private byte[] draw(Sector sector) {
    String file = "/resources/covers/" + sector + ".svg";
    try (InputStream in = application.getResourceAsStream(file)) {
      if (in == null) {
        return NONE;
      }
      Drawn drawing = new Drawn();
      drawing.addTranscodingHint(ImageTranscoder.KEY_HEIGHT, (float) SharePicture.HEIGHT);
      drawing.transcode(new TranscoderInput(in), null);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(drawing.image, "png", out);
      return out.toByteArray();
    } catch (IOException | TranscoderException undrawable) {
      return NONE;
    }
  }

  private static final class Drawn extends ImageTranscoder {
    private BufferedImage image;

    @Override
    public BufferedImage createImage(int width, int height) {
      return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    @Override
    public void writeImage(BufferedImage made, TranscoderOutput output) {
      image = made;
    }
  }
}
