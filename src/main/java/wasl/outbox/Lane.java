package wasl.outbox;

/** Lanes keep slow work from holding up other work. */
public enum Lane {
  /** Money that must move soon: releases, refunds, detaching of cards. */
  MONEY(false, 8),
  /**
   * Charges at a deadline: one leaseholder in the cluster, which is the throttle. So many at once
   * that the gateway's own slowness does not slow the pace.
   */
  CHARGE(true, 24),
  /** Stored webhooks. */
  WEBHOOK(false, 8),
  /** Letters. */
  MAIL(false, 8);

  private final boolean single;
  private final int atOnce;

  Lane(boolean single, int atOnce) {
    this.single = single;
    this.atOnce = atOnce;
  }

  /** Whether only one node may work in this lane at a time. */
  public boolean single() {
    return single;
  }

  /** How many of its messages a node works on at once. */
  int atOnce() {
    return atOnce;
  }
}
