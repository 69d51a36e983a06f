package wasl.shared.web.markup;

import java.nio.charset.StandardCharsets;

/** A part of a page that can be written. */
interface Part {

  void write(Scope scope, Written out);

  /** The page's own words, the same for everybody. */
  record Fixed(byte[] markup) implements Part {
    @Override
    public void write(Scope scope, Written out) {
      out.markup(markup);
    }
  }

  /** A value between tags. */
  record Text(Expression value) implements Part {
    @Override
    public void write(Scope scope, Written out) {
      out.text(Values.text(value.in(scope)));
    }
  }

  /** A value that is markup already, made safe by whoever gives it. */
  record Safe(Expression value) implements Part {
    @Override
    public void write(Scope scope, Written out) {
      out.markup(Values.text(value.in(scope)).getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * An attribute that is left out where its value is empty, as Facelets does.
   *
   * @param begin a space, its name, the sign and the first quotation mark
   */
  record Attribute(byte[] begin, Expression value) implements Part {
    private static final byte[] END = {'"'};

    @Override
    public void write(Scope scope, Written out) {
      String text = Values.text(value.in(scope));
      if (!text.isEmpty()) {
        out.markup(begin);
        out.attribute(text);
        out.markup(END);
      }
    }
  }

  /** One after the other. */
  record Sequence(Part[] parts) implements Part {
    @Override
    public void write(Scope scope, Written out) {
      for (Part part : parts) {
        part.write(scope, out);
      }
    }
  }

  /** One or the other. */
  record Choice(Expression test, Part then, Part otherwise) implements Part {
    @Override
    public void write(Scope scope, Written out) {
      (Values.truth(test.in(scope)) ? then : otherwise).write(scope, out);
    }
  }

  /** Once for each. */
  record Repeat(Expression all, int place, Part each) implements Part {
    @Override
    public void write(Scope scope, Written out) {
      for (Object one : Values.all(all.in(scope))) {
        scope.know(place, one);
        each.write(scope, out);
      }
    }
  }

  /** A part with variables of its own, which are asked anew each time that it is written. */
  record Own(int[] places, Part part) implements Part {
    @Override
    public void write(Scope scope, Written out) {
      for (int place : places) {
        scope.forget(place);
      }
      part.write(scope, out);
    }
  }
}
