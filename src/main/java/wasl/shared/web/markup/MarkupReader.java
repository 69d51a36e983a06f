package wasl.shared.web.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts a page's Facelet, its template, what they include and the tags that they use together into
 * one row of parts. White space stands where Facelets would leave it. Long, since every tag that a
 * page of markup may use is read here.
 */
final class MarkupReader {

  private static final String UI = "jakarta.faces.facelets";
  private static final String FACES = "jakarta.faces.core";
  private static final String HTML = "jakarta.faces.html";
  private static final String CORE = "jakarta.tags.core";
  private static final String OWN = "wasl";
  private static final Set<String> LIBRARIES = Set.of(UI, FACES, HTML, CORE, OWN);

  /** What has no end tag (HTML Living Standard, 13.1.2). */
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
          "track", "wbr");

  /** Their words are no words: escaping would not make them safe. */
  private static final Set<String> UNSAFE = Set.of("script", "style");

  private final Function<String, InputStream> files;
  private final Map<String, Object> same;
  private final Map<String, Tag> read = new HashMap<>();
  private final Map<String, Expression> given = new HashMap<>();
  private final List<Expression> actions = new ArrayList<>();
  private int places;

  /**
   * Where something stands.
   *
   * @param path its file
   * @param words what words mean there
   * @param inserts what the page defines for its template
   * @param body what stands inside the tag whose file this is, or null
   */
  private record Place(
      String path, Map<String, Expression> words, Map<String, Insert> inserts, Insert body) {
    Place with(Map<String, Expression> more) {
      Map<String, Expression> all = new HashMap<>(words);
      all.putAll(more);
      return new Place(path, all, inserts, body);
    }

    Place in(String file) {
      return new Place(file, words, inserts, body);
    }
  }

  private record Insert(List<Object> inside, Place place) {}

  MarkupReader(Function<String, InputStream> files, Map<String, Object> same) {
    this.files = files;
    this.same = same;
  }

  Markup read(String view) {
    PartList out = new PartList();
    file(view, new Place(view, Map.of(), Map.of(), null), out);
    return new Markup(out.whole(), List.copyOf(actions), places);
  }

  private void file(String path, Place place, PartList out) {
    Tag root = read.computeIfAbsent(path, this::open);
    Place inside = place.in(path);
    if (!root.is(UI, "composition")) {
      out.markup("<!DOCTYPE html>\n");
      all(List.of(root), root, inside, out);
    } else if (root.attributes().containsKey("template")) {
      composition(root, inside, out);
    } else {
      all(root.inside(), root, inside, out);
    }
  }

  private Tag open(String path) {
    try (InputStream in = files.apply(path)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no " + path);
      }
      return Tag.read(path, in);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private void composition(Tag root, Place place, PartList out) {
    Variables own = new Variables(place);
    Map<String, Insert> inserts = new HashMap<>(place.inserts());
    for (Tag tag : root.tags()) {
      if (tag.is(UI, "param")) {
        own.add(tag);
      } else if (!tag.is(UI, "define")) {
        throw unknown(tag);
      }
    }
    for (Tag tag : root.tags()) {
      if (tag.is(UI, "define")) {
        inserts.put(tag.attributes().get("name"), new Insert(tag.inside(), own.place()));
      }
    }
    Place inside = new Place(place.path(), own.place().words(), inserts, place.body());
    PartList parts = new PartList();
    file(resolve(place.path(), root.attributes().get("template")), inside, parts);
    out.add(own.around(parts.whole()));
  }

  /**
   * Reads what stands one after the other.
   *
   * @param parent the tag that holds it
   */
  private void all(List<Object> inside, Tag parent, Place place, PartList out) {
    for (int i = 0; i < inside.size(); i++) {
      Object each = inside.get(i);
      Object next = i + 1 < inside.size() ? inside.get(i + 1) : parent;
      if (each instanceof Tag tag && tag.is(UI, "param")) {
        // it holds for what comes after it
        Variables own = new Variables(place);
        own.add(tag);
        PartList rest = new PartList();
        all(inside.subList(i + 1, inside.size()), parent, own.place(), rest);
        out.add(own.around(rest.whole()));
        return;
      }
      if (each instanceof Tag tag) {
        tag(tag, place, out);
      } else if (!each.toString().isBlank() || !isOfLibrary(next)) {
        // Facelets drops white space before a tag of a library and at the end of one
        text(each.toString(), place, out);
      }
    }
  }

  private static boolean isOfLibrary(Object tag) {
    return tag instanceof Tag known && LIBRARIES.contains(known.library());
  }

  private void text(String text, Place place, PartList out) {
    for (Object piece : pieces(text, place)) {
      if (piece instanceof Expression value) {
        out.add(new Part.Text(value));
      } else {
        out.text(piece.toString());
      }
    }
  }

  private void tag(Tag tag, Place place, PartList out) {
    switch (tag.library()) {
      case UI -> facelets(tag, place, out);
      case FACES -> faces(tag, place, out);
      case CORE -> core(tag, place, out);
      case OWN -> own(tag, place, out);
      case HTML -> {
        if (!tag.name().equals("outputText") || !"false".equals(tag.attributes().get("escape"))) {
          throw unknown(tag);
        }
        out.add(new Part.Safe(attribute(tag, "value", place)));
      }
      default -> html(tag, place, out);
    }
  }

  private void html(Tag tag, Place place, PartList out) {
    if (UNSAFE.contains(tag.written())) {
      throw unknown(tag);
    }
    out.markup("<" + tag.written());
    tag.attributes()
        .forEach(
            (name, value) -> {
              Part.Attribute part =
                  new Part.Attribute(
                      PartList.utf8(" " + name + "=\""), joined(pieces(value, place)));
              if (value.isEmpty()) {
                out.markup(" " + name + "=\"\"");
              } else {
                out.add(part);
              }
            });
    if (VOID.contains(tag.written())) {
      out.markup(" />");
      return;
    }
    out.markup(">");
    all(tag.inside(), tag, place, out);
    out.markup("</" + tag.written() + ">");
  }

  private void facelets(Tag tag, Place place, PartList out) {
    switch (tag.name()) {
      case "include" -> include(tag, place, out);
      case "insert" -> insert(tag, place, out);
      case "fragment" -> choice(attribute(tag, "rendered", place), tag, place, out);
      case "repeat" -> repeat(tag, place, out);
      default -> throw unknown(tag);
    }
  }

  private void include(Tag tag, Place place, PartList out) {
    Variables own = new Variables(place);
    for (Tag param : tag.tags()) {
      if (!param.is(UI, "param")) {
        throw unknown(param);
      }
      own.add(param);
    }
    PartList parts = new PartList();
    file(resolve(place.path(), tag.attributes().get("src")), own.place(), parts);
    out.add(own.around(parts.whole()));
  }

  private void insert(Tag tag, Place place, PartList out) {
    String name = tag.attributes().get("name");
    Insert insert = name == null ? place.body() : place.inserts().get(name);
    if (insert == null) {
      all(tag.inside(), tag, place, out);
    } else {
      all(insert.inside(), tag, insert.place(), out);
    }
  }

  private void repeat(Tag tag, Place place, PartList out) {
    if (!tag.attributes().keySet().equals(Set.of("value", "var"))) {
      throw unknown(tag);
    }
    int each = places++;
    Expression one = new Expression.Variable(each, scope -> null);
    PartList body = new PartList();
    all(tag.inside(), tag, place.with(Map.of(tag.attributes().get("var"), one)), body);
    out.add(new Part.Repeat(attribute(tag, "value", place), each, body.whole()));
  }

  private void core(Tag tag, Place place, PartList out) {
    switch (tag.name()) {
      case "if" -> choice(attribute(tag, "test", place), tag, place, out);
      case "choose" -> out.add(choose(tag.tags(), place));
      default -> throw unknown(tag);
    }
  }

  private Part choose(List<Tag> options, Place place) {
    PartList part = new PartList();
    if (options.isEmpty()) {
      return part.whole();
    }
    Tag first = options.get(0);
    all(first.inside(), first, place, part);
    if (first.is(CORE, "otherwise")) {
      return part.whole();
    }
    return new Part.Choice(
        attribute(first, "test", place),
        part.whole(),
        choose(options.subList(1, options.size()), place));
  }

  private void choice(Expression test, Tag tag, Place place, PartList out) {
    PartList then = new PartList();
    all(tag.inside(), tag, place, then);
    out.add(new Part.Choice(test, then.whole(), new PartList().whole()));
  }

  private void faces(Tag tag, Place place, PartList out) {
    switch (tag.name()) {
      case "view", "metadata" -> all(tag.inside(), tag, place, out);
      case "viewAction" -> {
        String action = tag.attributes().get("action");
        actions.add(expression(action.substring(2, action.length() - 1) + "()", place));
      }
      default -> throw unknown(tag);
    }
  }

  private void own(Tag tag, Place place, PartList out) {
    String path = "/WEB-INF/tags/" + tag.name() + ".xhtml";
    Variables own = new Variables(place);
    tag.attributes().forEach(own::add);
    Place inside =
        new Place(path, own.place().words(), place.inserts(), new Insert(tag.inside(), place));
    PartList parts = new PartList();
    file(path, inside, parts);
    out.add(own.around(parts.whole()));
  }

  /** Words that a composition, an include or a tag adds to those around it. */
  private final class Variables {
    private final Place outside;
    private final Map<String, Expression> words = new HashMap<>();
    private final List<Integer> own = new ArrayList<>();

    Variables(Place outside) {
      this.outside = outside;
    }

    void add(Tag param) {
      add(param.attributes().get("name"), param.attributes().get("value"));
    }

    void add(String name, String value) {
      Expression of = joined(pieces(value, outside));
      if (of instanceof Expression.Constant || of instanceof Expression.Variable) {
        words.put(name, of);
      } else {
        int place = places++;
        own.add(place);
        words.put(name, new Expression.Variable(place, of));
      }
    }

    Place place() {
      return outside.with(words);
    }

    Part around(Part part) {
      return own.isEmpty()
          ? part
          : new Part.Own(own.stream().mapToInt(Integer::intValue).toArray(), part);
    }
  }

  private Expression attribute(Tag tag, String name, Place place) {
    String value = tag.attributes().get(name);
    if (value == null) {
      throw unknown(tag);
    }
    return joined(pieces(value, place));
  }

  /** Words and expressions in their order. */
  private List<Object> pieces(String text, Place place) {
    List<Object> pieces = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf("#{"); open >= 0; open = text.indexOf("#{", from)) {
      if (open > from) {
        pieces.add(text.substring(from, open));
      }
      int close = end(text, open + 2);
      pieces.add(expression(text.substring(open + 2, close), place));
      from = close + 1;
    }
    if (from < text.length()) {
      pieces.add(text.substring(from));
    }
    return pieces;
  }

  /** Where the expression ends: a brace in quotation marks is none. */
  private static int end(String text, int from) {
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && c == '}') {
        return i;
      }
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    throw new IllegalArgumentException("an expression without an end: " + text);
  }

  private static Expression joined(List<Object> pieces) {
    if (pieces.size() == 1 && pieces.get(0) instanceof Expression only) {
      return only;
    }
    Object[] all =
        pieces.stream()
            .map(each -> each instanceof Expression.Constant known ? known.value() : each)
            .map(each -> each instanceof Expression ? each : Values.text(each))
            .toArray();
    if (Arrays.stream(all).noneMatch(Expression.class::isInstance)) {
      return new Expression.Constant(
          Arrays.stream(all).map(String.class::cast).collect(Collectors.joining()));
    }
    return scope -> {
      StringBuilder text = new StringBuilder();
      for (Object each : all) {
        text.append(each instanceof Expression value ? Values.text(value.in(scope)) : each);
      }
      return text.toString();
    };
  }

  private Expression expression(String source, Place place) {
    return ExpressionReader.read(source, word -> word(word, place));
  }

  /** A word of the page's own, else one that the application gives, asked once a page. */
  private Expression word(String word, Place place) {
    Expression known = place.words().get(word);
    return known != null ? known : given.computeIfAbsent(word, this::given);
  }

  private Expression given(String word) {
    Expression asked = new Expression.Variable(places++, scope -> scope.given(word));
    Object value = same.get(word);
    return value == null ? asked : new Expression.Known(value, asked);
  }

  private static String resolve(String from, String to) {
    return to.startsWith("/") ? to : from.substring(0, from.lastIndexOf('/') + 1) + to;
  }

  private static IllegalArgumentException unknown(Tag tag) {
    return new IllegalArgumentException("<" + tag.written() + "> is more than markup");
  }
}
