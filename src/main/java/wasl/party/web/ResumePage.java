package wasl.party.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wasl.shared.web.KeptForms;
import wasl.shared.web.PageLinks;

/**
 * {@code /sign-in/continue}: what somebody sent after the session had ended is sent again, whole,
 * with one button.
 */
@Named
@RequestScoped
public class ResumePage {

  private List<Field> fields = List.of();
  private String target;

  /** One field of the kept form. */
  public record Field(String name, String value) {}

  /** Finds the kept form; without one simply goes on. */
  public void load() {
    Optional<KeptForms.Form> form =
        KeptForms.find(PartyRequest.parameter("kept"), PartyRequest.get());
    if (form.isEmpty()) {
      PageLinks.here().go(WayOn.safe(PartyRequest.parameter("next")));
      return;
    }
    target = form.get().target();
    fields =
        form.get().fields().entrySet().stream()
            .flatMap(
                entry ->
                    Arrays.stream(entry.getValue()).map(value -> new Field(entry.getKey(), value)))
            .toList();
  }

  /**
   * Where the form is sent: in the language of the page that it was typed on, whatever this page's.
   * Fields may mean something else on another language's page.
   */
  public String getTarget() {
    return target;
  }

  public List<Field> getFields() {
    return fields;
  }
}
