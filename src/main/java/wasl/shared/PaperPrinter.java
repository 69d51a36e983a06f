package wasl.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URI;
import java.util.concurrent.Semaphore;
import javax.xml.XMLConstants;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.events.EventFormatter;
import org.apache.fop.events.EventListener;
import org.apache.fop.events.model.EventSeverity;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.xml.sax.SAXException;

/**
 * Prints papers as tagged PDF by Apache FOP, which joins Arabic and Sorani letters by the font's
 * own rules and orders them by the Unicode bidirectional algorithm. Nothing is fetched from
 * outside: fonts come from the archive, pictures stand in the paper itself.
 */
@ApplicationScoped
public class PaperPrinter {

  /** So many at once: each takes some megabytes while it is laid out. */
  private static final int AT_ONCE = 2;

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private volatile FopFactory factory;

  /** The paper as PDF. */
  public byte[] pdf(Paper paper) {
    places.acquireUninterruptibly();
    try {
      return print(paper);
    } catch (IOException | SAXException | TransformerException failed) {
      throw new IllegalStateException("the paper cannot be printed: " + paper.title(), failed);
    } finally {
      places.release();
    }
  }

  private byte[] print(Paper paper) throws IOException, SAXException, TransformerException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
    FopFactory fop = factory();
    FOUserAgent agent = fop.newFOUserAgent();
    agent.setTitle(paper.title());
    agent.setCreator("Wasl");
    agent.setProducer("Wasl");
    agent.setAccessibility(true);
    agent.getEventBroadcaster().addEventListener(problems());
    TransformerFactory transformers = TransformerFactory.newInstance();
    transformers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    transformers
        .newTransformer()
        .transform(
            new StreamSource(new StringReader(paper.fo())),
            new SAXResult(fop.newFop("application/pdf", agent, out).getDefaultHandler()));
    return out.toByteArray();
  }

  /** What FOP tells; a letter that no font has, or a box that overflows, is our fault. */
  private static EventListener problems() {
    return event -> {
      if (event.getSeverity() == EventSeverity.ERROR
          || event.getSeverity() == EventSeverity.FATAL) {
        throw new IllegalStateException(EventFormatter.format(event));
      }
    };
  }

  private FopFactory factory() throws SAXException, IOException {
    FopFactory made = factory;
    if (made == null) {
      try (InputStream settings = PaperPrinter.class.getResourceAsStream("fonts/fop.xml")) {
        made =
            new FopConfParser(settings, URI.create("wasl:/fonts/"), new Fonts())
                .getFopFactoryBuilder()
                .build();
      }
      factory = made;
    }
    return made;
  }

  /** Finds the archive's own fonts, and nothing else. */
  private static final class Fonts implements ResourceResolver {
    @Override
    public Resource getResource(URI uri) throws IOException {
      String path = String.valueOf(uri.getPath());
      InputStream in =
          "wasl".equals(uri.getScheme()) && path.startsWith("/fonts/") && !path.contains("..")
              ? PaperPrinter.class.getResourceAsStream(path.substring(1))
              : null;
      if (in == null) {
        throw new IOException("no such resource: " + uri);
      }
      return new Resource(in);
    }

    @Override
    public OutputStream getOutputStream(URI uri) throws IOException {
      throw new IOException("nothing is written: " + uri);
    }
  }
}
