package wasl.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A page as it is sent to every visitor who asks for its address: its bytes, the same compressed,
 * and the tag by which a browser asks whether what it has is still the page (RFC 9110, 8.8.3).
 */
final class KeptPage {

  private static final long MOST_APART = Duration.ofSeconds(1).toNanos();

  private final byte[] plain;
  private final String tag;
  private final long madeNanos;
  private final Instant madeAt;
  private volatile byte[] zipped;

  /** The page as of when its making began, by the processor's clock and by the application's. */
  KeptPage(byte[] plain, long madeNanos, Instant madeAt) {
    this.plain = plain;
    this.tag = HexFormat.of().formatHex(digest(plain), 0, 9);
    this.madeNanos = madeNanos;
    this.madeAt = madeAt;
  }

  /** The same page made anew: what has been compressed is not compressed again. */
  KeptPage instead(KeptPage before) {
    if (before != null && Arrays.equals(plain, before.plain)) {
      zipped = before.zipped;
    }
    return this;
  }

  /** Nanoseconds since its making began; very many where the application's clock was moved. */
  long age(long nanos, Instant now) {
    long age = nanos - madeNanos;
    long told = Duration.between(madeAt, now).toNanos();
    return Math.abs(told - age) > MOST_APART ? Long.MAX_VALUE : age;
  }

  /** What it takes in memory, once compressed: text becomes a third or less. */
  int weight() {
    return plain.length + plain.length / 3 + 500;
  }

  /** Sends it, or that nothing has changed; for HEAD without its body. */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean zip = acceptsGzip(request.getHeader("Accept-Encoding"));
    response.setHeader("Vary", "Accept-Encoding, Cookie");
    response.setHeader("ETag", "\"" + tag + (zip ? "-z\"" : "\""));
    if (isKnown(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] bytes = zip ? zipped() : plain;
    if (zip) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(bytes.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(bytes);
    }
  }

  private boolean isKnown(String tags) {
    return tags != null && tags.contains(tag);
  }

  /** Whether gzip is named and not refused by a quality of nought. */
  static boolean acceptsGzip(String header) {
    if (header == null) {
      return false;
    }
    for (String each : header.split(",")) {
      String[] parts = each.strip().split("\\s*;\\s*");
      if (parts[0].equalsIgnoreCase("gzip")) {
        return parts.length == 1 || !parts[1].matches("[qQ]=0(\\.0{0,3})?");
      }
    }
    return false;
  }

  private byte[] zipped() {
    byte[] known = zipped;
    if (known == null) {
      known = zip(plain);
      zipped = known;
    }
    return known;
  }

  private static byte[] zip(byte[] plain) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream(plain.length / 3);
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(plain);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return zipped.toByteArray();
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
