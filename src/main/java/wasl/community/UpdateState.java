package wasl.community;

import static wasl.community.UpdateAction.*;

import java.util.EnumSet;
import wasl.shared.Lifecycle;

/** The life cycle of an update. */
public enum UpdateState {
  PUBLISHED,
  HIDDEN,
  WITHDRAWN;

  /** The table. */
  public static final Lifecycle<UpdateState, UpdateAction> LIFECYCLE =
      Lifecycle.from(PUBLISHED, UpdateState.class, UpdateAction.class)
          .on(PUBLISHED, HIDE, HIDDEN)
          .on(HIDDEN, RESTORE, PUBLISHED)
          .on(EnumSet.of(PUBLISHED, HIDDEN), WITHDRAW, WITHDRAWN)
          .done();
}
