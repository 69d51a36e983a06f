package wasl.pledge;

/**
 * The mandate text: what an investor lets the platform do with the saved card. Each version stands
 * in the texts for ever ({@code pledge.mandate.<version>}); a pledge keeps which one was accepted.
 */
public final class Mandate {

  /** The version that is accepted now. */
  public static final String VERSION = "2026-11";

  private Mandate() {}

  /** The text's key. */
  public static String key(String version) {
    return "pledge.mandate." + version;
  }
}
