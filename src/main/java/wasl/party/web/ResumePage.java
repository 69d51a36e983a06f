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
    fields =
        form.get().fields().entrySet().stream()
            .flatMap(
                entry ->
                    Arrays.stream(entry.getValue()).map(value -> new Field(entry.getKey(), value)))
            .toList();
  }

  /** Where the form is sent. */
  public String getTarget() {
    return PageLinks.here().to(WayOn.safe(PartyRequest.parameter("next")));
  }

  public List<Field> getFields() {
    return fields;
  }
}
