package wasl.shared.web.markup;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An element of a Facelet's file.
 *
 * @param library its namespace
 * @param name without a prefix
 * @param written as it stands in the file
 * @param attributes in the file's order, without those that declare namespaces
 * @param inside tags and texts in their order; comments are left out
 */
record Tag(
    String library,
    String name,
    String written,
    Map<String, String> attributes,
    List<Object> inside) {

  /** Reads a file whole. */
  static Tag read(String path, InputStream in) throws IOException {
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Reading reading = new Reading();
      factory.newSAXParser().parse(in, reading);
      return reading.root;
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
    }
  }

  boolean is(String ofLibrary, String named) {
    return library.equals(ofLibrary) && name.equals(named);
  }

  List<Tag> tags() {
    return inside.stream().filter(Tag.class::isInstance).map(Tag.class::cast).toList();
  }

  private static final class Reading extends DefaultHandler {
    private final Deque<Tag> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private Tag root;

    @Override
    public void startElement(String library, String name, String written, Attributes attributes) {
      flush();
      Map<String, String> all = new LinkedHashMap<>();
      for (int i = 0; i < attributes.getLength(); i++) {
        all.put(attributes.getQName(i), attributes.getValue(i));
      }
      Tag tag = new Tag(library, name, written, all, new ArrayList<>());
      if (open.isEmpty()) {
        root = tag;
      } else {
        open.peek().inside().add(tag);
      }
      open.push(tag);
    }

    @Override
    public void endElement(String library, String name, String written) {
      flush();
      open.pop();
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      text.append(characters, start, length);
    }

    private void flush() {
      if (text.length() > 0 && !open.isEmpty()) {
        open.peek().inside().add(text.toString());
      }
      text.setLength(0);
    }
  }
}
