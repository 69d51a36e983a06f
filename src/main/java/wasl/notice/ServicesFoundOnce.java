package wasl.notice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A class loader for Jakarta Mail, which looks for its own parts as services several times for each
 * mail, each time through every archive of the application: five milliseconds of a processor a
 * mail. Here the files in which services are named are found and read once, and kept in memory.
 */
final class ServicesFoundOnce extends ClassLoader {

  private static final String SERVICES = "META-INF/services/";

  private final Map<String, List<URL>> found = new ConcurrentHashMap<>();

  ServicesFoundOnce(ClassLoader parent) {
    super(parent);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    if (!name.startsWith(SERVICES)) {
      return super.getResources(name);
    }
    List<URL> known = found.get(name);
    if (known == null) {
      known = new ArrayList<>();
      for (URL file : Collections.list(super.getResources(name))) {
        known.add(inMemory(file));
      }
      found.put(name, known);
    }
    return Collections.enumeration(known);
  }

  private static URL inMemory(URL file) throws IOException {
    byte[] content;
    try (InputStream in = file.openStream()) {
      content = in.readAllBytes();
    }
    return new URL("memory", "", 0, file.getFile(), new Reading(content));
  }

  private static final class Reading extends URLStreamHandler {
    private final byte[] content;

    Reading(byte[] content) {
      this.content = content;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {
          // nothing to reach: it is here
        }

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(content);
        }
      };
    }
  }
}
