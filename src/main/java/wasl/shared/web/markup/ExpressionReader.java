package wasl.shared.web.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an expression of Jakarta Expression Language: words, literals, properties, entries, calls,
 * and all operators but assignment, lambdas and division. Values are as the platform's own, but a
 * method must not be overloaded. Long, since each rule of the grammar is a method, from the weakest
 * operator to the strongest.
 */
final class ExpressionReader {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\\d+)|([A-Za-z_]\\w*)|'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\""
              + "|(\\+=|==|!=|<=|>=|&&|\\|\\||[-+*<>!?:().,\\[\\]]))\\s*");

  private enum Kind {
    NUMBER,
    WORD,
    STRING,
    SIGN,
    END
  }

  private record Token(Kind kind, String text) {
    boolean is(String... any) {
      return kind != Kind.STRING && Set.of(any).contains(text);
    }
  }

  private final String source;
  private final Function<String, Expression> words;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private ExpressionReader(String source, Function<String, Expression> words) {
    this.source = source;
    this.words = words;
    Matcher matcher = TOKEN.matcher(source);
    int from = 0;
    while (from < source.length() && matcher.find(from) && matcher.start() == from) {
      tokens.add(token(matcher));
      from = matcher.end();
    }
    if (from < source.length()) {
      throw unreadable();
    }
    tokens.add(new Token(Kind.END, ""));
  }

  /**
   * Reads it.
   *
   * @param words what a first word stands for
   * @throws IllegalArgumentException where it says something that is not known here
   */
  static Expression read(String source, Function<String, Expression> words) {
    ExpressionReader reader = new ExpressionReader(source, words);
    Expression whole = reader.choice();
    if (reader.next().kind() != Kind.END) {
      throw reader.unreadable();
    }
    return whole;
  }

  private static Token token(Matcher matcher) {
    if (matcher.group(1) != null) {
      return new Token(Kind.NUMBER, matcher.group(1));
    }
    if (matcher.group(2) != null) {
      return new Token(Kind.WORD, matcher.group(2));
    }
    if (matcher.group(5) != null) {
      return new Token(Kind.SIGN, matcher.group(5));
    }
    String quoted = matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
    return new Token(Kind.STRING, quoted.replaceAll("\\\\(.)", "$1"));
  }

  private Token next() {
    return tokens.get(at);
  }

  private Token take() {
    return tokens.get(at++);
  }

  private boolean took(String... any) {
    if (next().is(any)) {
      at++;
      return true;
    }
    return false;
  }

  private void demand(String sign) {
    if (!took(sign)) {
      throw unreadable();
    }
  }

  private IllegalArgumentException unreadable() {
    return new IllegalArgumentException("not understood: #{" + source + "}");
  }

  private Expression choice() {
    Expression test = either();
    if (!took("?")) {
      return test;
    }
    Expression then = choice();
    demand(":");
    Expression otherwise = choice();
    if (test instanceof Expression.Constant known) {
      return Values.truth(known.value()) ? then : otherwise;
    }
    return scope -> Values.truth(test.in(scope)) ? then.in(scope) : otherwise.in(scope);
  }

  private Expression either() {
    Expression left = both();
    while (took("or", "||")) {
      Expression one = left;
      Expression other = both();
      left =
          one instanceof Expression.Constant known
              ? Values.truth(known.value()) ? new Expression.Constant(true) : other
              : scope -> Values.truth(one.in(scope)) || Values.truth(other.in(scope));
    }
    return left;
  }

  private Expression both() {
    Expression left = equality();
    while (took("and", "&&")) {
      Expression one = left;
      Expression other = equality();
      left = scope -> Values.truth(one.in(scope)) && Values.truth(other.in(scope));
    }
    return left;
  }

  private Expression equality() {
    Expression left = relation();
    while (next().is("eq", "==", "ne", "!=")) {
      boolean wanted = take().is("eq", "==");
      left = of(left, relation(), (one, other) -> Values.equal(one, other) == wanted);
    }
    return left;
  }

  private Expression relation() {
    Expression left = joined();
    while (next().is("lt", "<", "gt", ">", "le", "<=", "ge", ">=")) {
      Token sign = take();
      boolean orEqual = sign.is("le", "<=", "ge", ">=");
      int way = sign.is("lt", "<", "le", "<=") ? -1 : 1;
      left = of(left, joined(), (one, other) -> ordered(one, other, way, orEqual));
    }
    return left;
  }

  private static boolean ordered(Object one, Object other, int way, boolean orEqual) {
    if (one == null || other == null) {
      return orEqual && one == other;
    }
    int order = Values.order(one, other);
    return order == 0 ? orEqual : order < 0 == way < 0;
  }

  private Expression joined() {
    Expression left = sum();
    while (took("+=")) {
      left = of(left, sum(), (one, other) -> Values.text(one).concat(Values.text(other)));
    }
    return left;
  }

  private Expression sum() {
    Expression left = product();
    while (next().is("+", "-")) {
      boolean plus = take().is("+");
      left =
          of(
              left,
              product(),
              (one, other) ->
                  plus
                      ? Math.addExact(Values.whole(one), Values.whole(other))
                      : Math.subtractExact(Values.whole(one), Values.whole(other)));
    }
    return left;
  }

  private Expression product() {
    Expression left = sole();
    while (took("*")) {
      left =
          of(
              left,
              sole(),
              (one, other) -> Math.multiplyExact(Values.whole(one), Values.whole(other)));
    }
    return left;
  }

  private static Expression of(Expression one, Expression other, BinaryOperator<Object> operator) {
    if (one instanceof Expression.Constant known && other instanceof Expression.Constant too) {
      return new Expression.Constant(operator.apply(known.value(), too.value()));
    }
    return scope -> operator.apply(one.in(scope), other.in(scope));
  }

  private Expression sole() {
    if (took("not", "!")) {
      Expression of = sole();
      return scope -> !Values.truth(of.in(scope));
    }
    if (took("empty")) {
      Expression of = sole();
      return scope -> Values.empty(of.in(scope));
    }
    if (took("-")) {
      Expression of = sole();
      return scope -> Math.negateExact(Values.whole(of.in(scope)));
    }
    return value();
  }

  private Expression value() {
    Expression value = beginning();
    while (true) {
      if (took(".")) {
        Token name = take();
        if (name.kind() != Kind.WORD) {
          throw unreadable();
        }
        value = took("(") ? call(value, name.text()) : property(value, name.text());
      } else if (took("[")) {
        Expression base = value;
        Expression key = choice();
        demand("]");
        value = entry(base, key);
      } else {
        return value;
      }
    }
  }

  private Expression beginning() {
    Token token = take();
    switch (token.kind()) {
      case NUMBER:
        return new Expression.Constant(Long.valueOf(token.text()));
      case STRING:
        return new Expression.Constant(token.text());
      case WORD:
        return switch (token.text()) {
          case "true" -> new Expression.Constant(true);
          case "false" -> new Expression.Constant(false);
          case "null" -> new Expression.Constant(null);
          default -> words.apply(token.text());
        };
      default:
        if (!token.is("(")) {
          throw unreadable();
        }
        Expression inner = choice();
        demand(")");
        return inner;
    }
  }

  private static Expression entry(Expression whose, Expression key) {
    Expression of =
        whose instanceof Expression.Known words && words.value() instanceof Map<?, ?> map
            ? new Expression.Constant(map)
            : whose;
    if (of instanceof Expression.Constant in && key instanceof Expression.Constant known) {
      return new Expression.Constant(Members.entry(in.value(), known.value()));
    }
    return scope -> {
      Object in = of.in(scope);
      return in == null ? null : Members.entry(in, key.in(scope));
    };
  }

  private static Expression property(Expression whose, String name) {
    Members.Named named = Members.Named.property(name);
    Expression of = answered(whose, named);
    if (of instanceof Expression.Constant known) {
      return new Expression.Constant(named.of(known.value()));
    }
    return scope -> {
      Object base = of.in(scope);
      if (base == null) {
        return null;
      }
      return base instanceof Map<?, ?> map ? map.get(name) : named.of(base);
    };
  }

  /** The value itself where it is known already and has this member. */
  private static Expression answered(Expression of, Members.Named named) {
    return of instanceof Expression.Known known && named.isOf(known.value().getClass())
        ? new Expression.Constant(known.value())
        : of;
  }

  private Expression call(Expression whose, String name) {
    List<Expression> arguments = new ArrayList<>();
    while (!took(")")) {
      if (!arguments.isEmpty()) {
        demand(",");
      }
      arguments.add(choice());
    }
    Expression[] all = arguments.toArray(Expression[]::new);
    Members.Named named = Members.Named.method(name, all.length);
    Expression of = answered(whose, named);
    if (of instanceof Expression.Constant known
        && arguments.stream().allMatch(Expression.Constant.class::isInstance)) {
      return new Expression.Constant(
          named.of(known.value(), arguments.stream().map(each -> each.in(null)).toArray()));
    }
    return scope -> {
      Object base = of.in(scope);
      if (base == null) {
        return null;
      }
      Object[] given = new Object[all.length];
      for (int i = 0; i < given.length; i++) {
        given[i] = all[i].in(scope);
      }
      return named.of(base, given);
    };
  }
}
