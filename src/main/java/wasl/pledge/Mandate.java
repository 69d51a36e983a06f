package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import wasl.shared.Lang;
import wasl.shared.Secrets;
import wasl.shared.Sql;
import wasl.shared.Texts;

/**
 * The mandate text: what an investor lets the platform do with the saved card. Each version stands
 * in the texts for ever ({@code pledge.mandate.<version>}). A pledge keeps the version, the
 * language and the hash of what was accepted; the words behind each hash are kept once, so that a
 * slip of the pen in the texts cannot change what somebody has agreed to.
 */
@ApplicationScoped
public class Mandate {

  /** The version that is accepted now. */
  public static final String VERSION = "2026-11";

  private static final Logger LOG = Logger.getLogger(Mandate.class.getName());

  @Inject private Sql sql;
  @Inject private Clock clock;

  /** The text's key. */
  public static String key(String version) {
    return "pledge.mandate." + version;
  }

  /** The present text in a language. */
  public static AcceptedMandate present(Lang lang) {
    String text = Texts.in(lang).get(key(VERSION));
    return new AcceptedMandate(VERSION, lang, Secrets.sha256(text), text);
  }

  /** The present text with these very words, in whatever language they are. */
  static Optional<AcceptedMandate> presentByHash(String hash) {
    return Arrays.stream(Lang.values())
        .map(Mandate::present)
        .filter(mandate -> mandate.hash().equals(hash))
        .findFirst();
  }

  /** Keeps the present words of all languages before anybody accepts them. */
  void atStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
    try {
      for (Lang lang : Lang.values()) {
        keep(present(lang));
      }
    } catch (Sql.DatabaseFault down) {
      LOG.log(Level.WARNING, "the mandate''s words are kept at the next start: {0}", down);
    }
  }

  private void keep(AcceptedMandate mandate) {
    sql.change(
        "INSERT IGNORE INTO pledge_mandate (hash, version, lang, text, first_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        mandate.hash(),
        mandate.version(),
        mandate.lang(),
        mandate.text(),
        clock.instant());
  }
}
