package wasl.listing.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import wasl.listing.ListingRefused;
import wasl.listing.Section;
import wasl.money.Formats;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.RefusalTexts;
import wasl.shared.Refused;
import wasl.shared.Texts;

/**
 * What the form's script asks for: it keeps what is typed on the device, under a key that nobody
 * else's form has, and saves it behind the writer's back. Newer words are never written over: the
 * version that the writer saw goes along, as with every save.
 */
@Named
@RequestScoped
public class Keeper {

  /** Tells the script that the browser's own save has succeeded. */
  private static final String COOKIE = "stored";

  @Inject private HttpServletRequest request;
  @Inject private EditListingPage page;
  @Inject private CurrentActor actor;
  @Inject private Clock clock;

  /**
   * The key of what is typed here: one for each person, listing and section. The words also have
   * one for each language of the page, since its own is taken for the owner's.
   */
  public String getKey() {
    String own = page.getSection() == Section.WORDS ? "." + lang().getCode() : "";
    return "wasl.draft."
        + actor.get().party()
        + "."
        + page.getListing().id()
        + "."
        + page.getStep()
        + own;
  }

  /** Whether the fields hold what was typed and sent, not what is saved. */
  public boolean isPosted() {
    return FacesContext.getCurrentInstance().isPostback();
  }

  /** Saves what the script sent, and answers it instead of showing a page. */
  public void save() {
    JsonObjectBuilder answer = Json.createObjectBuilder();
    try {
      if (page.store()) {
        // not what is saved by now: the writer may not have seen that
        int version = page.form().getVersion() + 1;
        String time = Formats.in(lang()).time(clock.instant());
        answer
            .add("state", "saved")
            .add("version", version)
            .add("text", Texts.in(lang()).of("listing.keep.saved", "time", time));
      } else {
        answer.add("state", "wrong").add("text", firstMessage());
      }
    } catch (Refused refused) {
      if (refused.refusal().status() == HttpServletResponse.SC_NOT_FOUND) {
        throw refused;
      }
      boolean newer = refused.refusal() instanceof ListingRefused.EditConflict;
      answer
          .add("state", newer ? "newer" : "wrong")
          .add("text", RefusalTexts.of(refused.refusal(), lang()));
    }
    send(answer);
  }

  private static String firstMessage() {
    List<FacesMessage> all = FacesContext.getCurrentInstance().getMessageList();
    return all.isEmpty() ? "" : all.get(0).getDetail();
  }

  private static void send(JsonObjectBuilder answer) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    external.setResponseContentType("application/json");
    external.setResponseCharacterEncoding(StandardCharsets.UTF_8.name());
    external.setResponseHeader("Cache-Control", "no-store");
    try {
      external.getResponseOutputWriter().write(answer.build().toString());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    faces.responseComplete();
  }

  /** What was typed in this step is saved: the device need not keep it any longer. */
  void forget() {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .addResponseCookie(COOKIE, getKey(), Map.of("path", "/", "maxAge", 300, "httpOnly", false));
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }
}
