package wasl.shared.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * {@code <w:kept by="…" of="…">}: a part of a page that is the same for everybody and says nothing
 * but what {@code of} holds. It is written once, and its text is used again as long as {@code of}
 * equals what it was written from, for a minute at most ({@code WASL_KEPT_SECONDS}): building and
 * rendering the components of a page costs more than everything else about it.
 *
 * <p>{@code by} tells parts apart that stand at the same place: whatever else its content depends
 * on, but the language, which is minded here. Where {@code by} is empty nothing is kept: for what
 * somebody signed in sees, or only the owner. Nor is anything where a form was sent back.
 */
public final class Kept extends TagHandler {

  private static final int MOST = 5_000;
  private static final long NANOS =
      Duration.ofSeconds(
              ConfigProvider.getConfig()
                  .getOptionalValue("wasl.kept.seconds", Integer.class)
                  .orElse(60))
          .toNanos();

  private static final Map<String, Text> TEXTS = new ConcurrentHashMap<>();

  private final TagAttribute by;
  private final TagAttribute of;

  private record Text(String markup, Object of, long since) {
    boolean says(Object now) {
      return System.nanoTime() - since < NANOS && Objects.equals(of, now);
    }
  }

  public Kept(TagConfig config) {
    super(config);
    by = getRequiredAttribute("by");
    of = getAttribute("of");
  }

  @Override
  public void apply(FaceletContext context, UIComponent parent) throws IOException {
    String part = by.getValue(context);
    if (part == null || part.isEmpty() || NANOS == 0 || context.getFacesContext().isPostback()) {
      nextHandler.apply(context, parent);
      return;
    }
    Object from = of == null ? null : of.getObject(context);
    Object lang = context.getFacesContext().getExternalContext().getRequestMap().get("lang");
    String key = tagId + " " + lang + " " + part;
    Text text = TEXTS.get(key);
    if (text != null && text.says(from)) {
      parent.getChildren().add(new Written(text.markup()));
      return;
    }
    Writing writing = new Writing(key, from);
    parent.getChildren().add(writing);
    nextHandler.apply(context, writing);
  }

  private static void keep(String key, Text text) {
    if (TEXTS.size() >= MOST) {
      TEXTS.clear();
    }
    TEXTS.put(key, text);
  }

  private abstract static class Part extends UIComponentBase {
    Part() {
      setTransient(true);
    }

    @Override
    public String getFamily() {
      return "wasl.Kept";
    }
  }

  /** A part as it was written before. */
  private static final class Written extends Part {
    private final String markup;

    Written(String markup) {
      this.markup = markup;
    }

    @Override
    public void encodeAll(FacesContext context) throws IOException {
      context.getResponseWriter().write(markup);
    }
  }

  /** A part that is written now, by its components, and kept. */
  private static final class Writing extends Part {
    private final String key;
    private final Object from;

    Writing(String key, Object from) {
      this.key = key;
      this.from = from;
    }

    @Override
    public void encodeAll(FacesContext context) throws IOException {
      StringWriter markup = new StringWriter();
      ResponseWriter page = context.getResponseWriter();
      ResponseWriter aside = page.cloneWithWriter(markup);
      context.setResponseWriter(aside);
      try {
        super.encodeAll(context);
        aside.flush();
      } finally {
        context.setResponseWriter(page);
      }
      keep(key, new Text(markup.toString(), from, System.nanoTime()));
      page.write(markup.toString());
    }
  }
}
