package wasl.shared.web.markup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A page as it is written: UTF-8, with everything that is not the page's own markup escaped. */
final class Written {

  private byte[] bytes = new byte[32 * 1024];
  private int size;

  /** Markup as it stands. */
  void markup(byte[] markup) {
    room(markup.length);
    System.arraycopy(markup, 0, bytes, size, markup.length);
    size += markup.length;
  }

  /** Words between tags. */
  void text(String text) {
    escaped(text, false);
  }

  /** Words of an attribute, between quotation marks. */
  void attribute(String text) {
    escaped(text, true);
  }

  private void escaped(String text, boolean quoted) {
    int length = text.length();
    // the longest that a character becomes is &quot;
    room(6 * length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '<') {
        put("&lt;");
      } else if (c == '>') {
        put("&gt;");
      } else if (c == '&') {
        put("&amp;");
      } else if (c == '"' && quoted) {
        put("&quot;");
      } else if (c < 0x80) {
        bytes[size++] = (byte) c;
      } else if (c < 0x800) {
        bytes[size++] = (byte) (0xc0 | c >> 6);
        bytes[size++] = (byte) (0x80 | c & 0x3f);
      } else if (Character.isSurrogate(c)) {
        i += surrogates(text, i);
      } else {
        bytes[size++] = (byte) (0xe0 | c >> 12);
        bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[size++] = (byte) (0x80 | c & 0x3f);
      }
    }
  }

  /** Writes the pair that begins here, a question mark for a half; says how many more it took. */
  private int surrogates(String text, int at) {
    int point = text.codePointAt(at);
    byte[] utf8 = new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
    return Character.charCount(point) - 1;
  }

  private void put(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      bytes[size++] = (byte) ascii.charAt(i);
    }
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }
}
