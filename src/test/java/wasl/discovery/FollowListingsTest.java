package wasl.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wasl.shared.Damage;

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
    var damage = new Damage();
    set(follow, "index", new Unloadable());
    set(follow, "damage", damage);
    var threads = new Thread[1];

    follow.start(work -> threads[0] = new Thread(work));
    threads[0].join();

    assertThat(follow.lost()).isTrue();
    assertThat(damage.first()).contains("search");
  }

  private static void set(FollowListings follow, String field, Object value) throws Exception {
    var of = FollowListings.class.getDeclaredField(field);
    of.setAccessible(true);
    of.set(follow, value);
  }
}
