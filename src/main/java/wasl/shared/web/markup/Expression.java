package wasl.shared.web.markup;

/** What stands between <code>#{</code> and <code>}</code>, read once and answered for each page. */
@FunctionalInterface
interface Expression {

  /** The value; null where something on the way to it is null. */
  Object in(Scope scope);

  /** Always the same value. */
  record Constant(Object value) implements Expression {
    @Override
    public Object in(Scope scope) {
      return value;
    }
  }

  /**
   * A word that means the same on every page of a language, as far as its value answers; what that
   * has no member for is asked of the request.
   */
  record Known(Object value, Expression asked) implements Expression {
    @Override
    public Object in(Scope scope) {
      return asked.in(scope);
    }
  }

  /** The value of another expression, asked once for each part of the page that names it. */
  record Variable(int place, Expression of) implements Expression {
    @Override
    public Object in(Scope scope) {
      return scope.known(place, of);
    }
  }
}
