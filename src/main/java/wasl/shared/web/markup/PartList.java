package wasl.shared.web.markup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parts as they are read; what is fixed and stands beside one another becomes one part. */
final class PartList {

  private final List<Part> parts = new ArrayList<>();
  private final ByteArrayOutputStream fixed = new ByteArrayOutputStream();

  void markup(String markup) {
    fixed.writeBytes(utf8(markup));
  }

  void text(String text) {
    Written escaped = new Written();
    escaped.text(text);
    fixed.writeBytes(escaped.bytes());
  }

  void add(Part part) {
    if (part instanceof Part.Fixed more) {
      fixed.writeBytes(more.markup());
    } else if (part instanceof Part.Sequence several) {
      for (Part each : several.parts()) {
        add(each);
      }
    } else if (part instanceof Part.Choice choice
        && choice.test() instanceof Expression.Constant known) {
      add(Values.truth(known.value()) ? choice.then() : choice.otherwise());
    } else if (part instanceof Part.Text words
        && words.value() instanceof Expression.Constant known) {
      text(Values.text(known.value()));
    } else if (part instanceof Part.Attribute attribute
        && attribute.value() instanceof Expression.Constant) {
      Written written = new Written();
      attribute.write(null, written);
      fixed.writeBytes(written.bytes());
    } else {
      close();
      parts.add(part);
    }
  }

  private void close() {
    if (fixed.size() > 0) {
      parts.add(new Part.Fixed(fixed.toByteArray()));
      fixed.reset();
    }
  }

  Part whole() {
    close();
    return parts.size() == 1 ? parts.get(0) : new Part.Sequence(parts.toArray(Part[]::new));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
