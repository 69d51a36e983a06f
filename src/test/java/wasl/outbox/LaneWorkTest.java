package wasl.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneWorkTest {

  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final Rows rows = new Rows();

  /** The outbox's rows as a list; writing results fails as often as it is told. */
  private static final class Rows extends Messages {
    private final List<Long> due = new ArrayList<>();
    private final List<List<Long>> written = new ArrayList<>();
    private int claims;
    private int faults;

    @Override
    List<Claimed> claim(Lane lane, String node, int most) {
      claims++;
      List<Claimed> claimed =
          due.stream().limit(most).map(id -> new Claimed(id, "probe", "{}", 0)).toList();
      due.subList(0, claimed.size()).clear();
      return claimed;
    }

    @Override
    boolean holdLane(Lane lane, String node) {
      return node.equals("holder");
    }

    @Override
    void done(List<Long> ids) {
      if (faults-- > 0) {
        throw new IllegalStateException("the database is away");
      }
      written.add(List.copyOf(ids));
    }

    private List<Long> allWritten() {
      return written.stream().flatMap(List::stream).sorted().toList();
    }
  }

  @AfterEach
  void stop() {
    workers.shutdownNow();
  }

  private LaneWork of(Lane lane, String node) {
    return new LaneWork(lane, node, rows, workers, message -> message.id() != 13);
  }

  @Test
  void writesEachResultOnceThoughTheDatabaseWasAwayMeanwhile() throws Exception {
    rows.due.addAll(List.of(1L, 2L, 3L));
    rows.faults = 2;
    LaneWork work = of(Lane.MAIL, "a node");
    assertThatThrownBy(work::round).hasMessage("the database is away");
    assertThatThrownBy(work::round).hasMessage("the database is away");
    while (rows.allWritten().size() < 3) {
      work.round();
    }
    work.finish();
    assertThat(rows.allWritten()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void claimsAndWritesManyTogether() throws Exception {
    rows.due.addAll(LongStream.range(100, 500).boxed().toList());
    LaneWork work = of(Lane.MAIL, "a node");
    while (rows.allWritten().size() < 400) {
      work.round();
    }
    assertThat(rows.allWritten()).hasSize(400).doesNotHaveDuplicates();
    assertThat(rows.claims).isLessThanOrEqualTo(100);
  }

  @Test
  void doesNotWriteAsDoneWhatFailed() throws Exception {
    rows.due.addAll(List.of(12L, 13L, 14L));
    LaneWork work = of(Lane.MONEY, "a node");
    while (rows.allWritten().size() < 2) {
      work.round();
    }
    workers.shutdown();
    assertThat(workers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    work.finish();
    assertThat(rows.allWritten()).containsExactly(12L, 14L);
  }

  @Test
  void claimsNothingInALaneThatAnotherNodeHolds() throws Exception {
    rows.due.add(1L);
    of(Lane.CHARGE, "another").round();
    assertThat(rows.claims).isZero();
    of(Lane.CHARGE, "holder").round();
    assertThat(rows.claims).isEqualTo(1);
  }
}
