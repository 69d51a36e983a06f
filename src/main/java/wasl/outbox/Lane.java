package wasl.outbox;

/** Lanes keep slow work from holding up other work. */
public enum Lane {
  /** Money that must move soon: releases, refunds, detaching of cards. */
  MONEY(false),
  /** Charges at a deadline: one leaseholder in the cluster, which is the throttle. */
  CHARGE(true),
  /** Stored webhooks. */
  WEBHOOK(false),
  /** Letters. */
  MAIL(false);

  private final boolean single;

  Lane(boolean single) {
    this.single = single;
  }

  /** Whether only one node may work in this lane at a time. */
  public boolean single() {
    return single;
  }
}
