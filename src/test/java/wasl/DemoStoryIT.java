package wasl;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.party.PartyId;
import wasl.sandbox.demo.DemoStory;
import wasl.shared.Ids;
import wasl.shared.Sql;

/** The demo's data in a database in which somebody lives already. */
@ExtendWith(ArquillianExtension.class)
class DemoStoryIT {

  @Inject private DemoStory story;
  @Inject private Sql sql;
  @Inject private Clock clock;

  @Test
  void aStoryThatWasBrokenOffIsNotTakenForWhole() {
    somebody();
    List<String> said = new ArrayList<>();

    assertThat(story.tell(said::add)).isFalse();
    assertThat(said).singleElement().asString().contains("broken off").contains("--fresh");

    sql.change("INSERT INTO sandbox_story (id, told_at) VALUES (1, ?)", clock.instant());
    try {
      assertThat(story.tell(said::add)).isTrue();
    } finally {
      sql.change("DELETE FROM sandbox_story");
    }
  }

  /** Without whom the whole story would be told here. */
  private void somebody() {
    PartyId id = PartyId.next();
    sql.change(
        "INSERT INTO party (id, email, name, country, lang, address_form, roles, password_hash,"
            + " stamp, created_at, confirmed_at, version) VALUES (?, ?, 'Zainab Kareem', 'IQ', 'EN',"
            + " 'NEUTRAL', 'ENTREPRENEUR', '-', 0, ?, ?, 0)",
        id.value(),
        Ids.text(id.value()).toLowerCase(Locale.ROOT) + "@example.org",
        clock.instant(),
        clock.instant());
  }
}
