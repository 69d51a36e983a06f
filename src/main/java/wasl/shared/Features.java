package wasl.shared;

import java.util.List;

/** The features in their order: each may use only those before it. */
public final class Features {

  /** Checked by {@code ArchitectureTest}; also where {@link Texts} finds the bundles. */
  public static final List<String> IN_ORDER =
      List.of(
          "shared",
          "money",
          "outbox",
          "ledger",
          "party",
          "task",
          "listing",
          "discovery",
          "vetting",
          "pledge",
          "payment",
          "payout",
          "finance",
          "community",
          "notice",
          "site");

  private Features() {}
}
