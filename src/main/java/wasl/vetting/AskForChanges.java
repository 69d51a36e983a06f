package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wasl.listing.Listings;
import wasl.listing.Section;
import wasl.party.Actor;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.vetting.CaseSteps.StepKind;

/**
 * A reviewer asks the entrepreneur for changes, section by section, with a message for each.
 *
 * <p>Refusals: those of {@link ReviewAccess}, {@link VettingRefused.SectionsMissing}, {@link
 * VettingRefused.MessageMissing}, {@link VettingRefused.CaseChanged}.
 */
@ApplicationScoped
@Transactional
public class AskForChanges {
  @Inject private ReviewAccess access;
  @Inject private ChangeRequests requests;
  @Inject private Cases cases;
  @Inject private Listings listings;
  @Inject private CaseSteps steps;
  @Inject private Calendar calendar;
  @Inject private Clock clock;

  /**
   * @param messages what to change, by section; at least one
   */
  public record Command(Actor by, CaseId file, Map<Section, String> messages) {}

  public void handle(Command command) {
    Map<Section, String> messages = cleaned(command.messages());
    Instant now = clock.instant();
    ReviewAccess.Opened opened = access.forWork(command.by(), command.file());
    Case file = opened.file();
    file.askForChanges(calendar.of(file.institution()), now);
    cases.save(file);
    requests.ask(file, messages, command.by().party(), now);
    String sections = CaseIntake.words(new ArrayList<>(messages.keySet()));
    steps.add(file.id(), StepKind.CHANGES_REQUESTED, command.by().party(), sections, now);
    opened.listing().askForChanges(messages.keySet());
    listings.save(opened.listing());
  }

  private static Map<Section, String> cleaned(Map<Section, String> typed) {
    if (typed == null || typed.isEmpty()) {
      throw new Refused(new VettingRefused.SectionsMissing());
    }
    Map<Section, String> messages = new EnumMap<>(Section.class);
    List<VettingRefused> refusals = new ArrayList<>();
    typed.forEach(
        (section, message) -> {
          String text = PlainText.lines(message);
          if (text == null) {
            refusals.add(new VettingRefused.MessageMissing(section));
          } else if (text.length() > Reasons.MOST) {
            refusals.add(new VettingRefused.TextTooLong(Reasons.MOST));
          } else {
            messages.put(section, text);
          }
        });
    if (!refusals.isEmpty()) {
      throw new Refused(refusals);
    }
    return messages;
  }
}
