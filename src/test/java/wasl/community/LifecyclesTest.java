package wasl.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LifecyclesTest {

  @Test
  void areDrawnInTheDocumentsAsTheyAre() throws IOException {
    assertThat(Files.readString(Path.of("docs/lifecycle/community.md")))
        .contains("```mermaid\n" + UpdateState.LIFECYCLE.mermaid() + "```")
        .contains("```mermaid\n" + QuestionState.LIFECYCLE.mermaid() + "```")
        .contains("```mermaid\n" + ReportState.LIFECYCLE.mermaid() + "```");
  }

  @Test
  void nothingThatItsAuthorTookBackComesOntoThePageAgain() {
    for (UpdateAction action : UpdateAction.values()) {
      assertThat(UpdateState.LIFECYCLE.allows(UpdateState.WITHDRAWN, action)).isFalse();
    }
  }

  @Test
  void anEndedReportStaysAsItWasAnswered() {
    for (ReportState state : ReportState.values()) {
      assertThat(ReportState.LIFECYCLE.actions(state).isEmpty()).isEqualTo(state.ended());
    }
  }
}
