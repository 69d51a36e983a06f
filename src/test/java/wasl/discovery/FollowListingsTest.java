package wasl.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FollowListingsTest {

  /** As where the server closed an archive while a class of it was being loaded. */
  private static final class Unloadable extends NodeIndex {

    @Override
    public boolean ready() {
      return false;
    }

    @Override
    void open() {
      throw new NoClassDefFoundError("org/apache/lucene/analysis/TokenStream");
    }
  }

  @Test
  void tellsThatOnlyAnotherStartHelps() throws Exception {
    var follow = new FollowListings();
    var index = FollowListings.class.getDeclaredField("index");
    index.setAccessible(true);
    index.set(follow, new Unloadable());
    var threads = new Thread[1];

    follow.start(work -> threads[0] = new Thread(work));
    threads[0].join();

    assertThat(follow.lost()).isTrue();
  }
}
