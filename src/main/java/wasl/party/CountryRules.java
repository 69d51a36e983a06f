package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wasl.shared.Sql;

/** The country rules. Each node remembers them for some seconds. */
@ApplicationScoped
public class CountryRules {

  private static final long REMEMBERED_NANOS = 5_000_000_000L;

  @Inject private Sql sql;

  private volatile Snapshot snapshot;

  private record Snapshot(Map<String, CountryRule> byCountry, long readNanos) {}

  /** The rule for residents of a country; one that offers nothing where none was entered. */
  public CountryRule of(String country) {
    CountryRule rule = snapshot().byCountry().get(country);
    return rule == null ? CountryRule.unsupported(country) : rule;
  }

  /** All rules that were entered, by country code. */
  public Collection<CountryRule> all() {
    return snapshot().byCountry().values();
  }

  /** Writes which models are offered; false if somebody else changed the rule meanwhile. */
  boolean offer(String country, Set<String> models, long version, PartyId by, Instant now) {
    String text = String.join(",", new TreeSet<>(models));
    if (version < 0) {
      return sql.change(
              "INSERT IGNORE INTO party_country_rule (country, models, reflection_hours, entry_test,"
                  + " loss_simulation, key_information_sheet, consent_above_cents, reason,"
                  + " changed_by, changed_at, version)"
                  + " VALUES (?, ?, 0, FALSE, FALSE, FALSE, NULL, 'ENTERED', ?, ?, 0)",
              country,
              text,
              by.value(),
              now)
          == 1;
    }
    return sql.change(
            "UPDATE party_country_rule SET models = ?, changed_by = ?, changed_at = ?,"
                + " version = version + 1 WHERE country = ? AND version = ?",
            text,
            by.value(),
            now,
            country,
            version)
        == 1;
  }

  /** Forgets what this node remembers. */
  void forget() {
    snapshot = null;
  }

  private Snapshot snapshot() {
    Snapshot known = snapshot;
    if (known == null || System.nanoTime() - known.readNanos() > REMEMBERED_NANOS) {
      known = new Snapshot(read(), System.nanoTime());
      snapshot = known;
    }
    return known;
  }

  private Map<String, CountryRule> read() {
    Map<String, CountryRule> rules = new LinkedHashMap<>();
    sql.list(
            "SELECT country, models, reflection_hours, entry_test, loss_simulation,"
                + " key_information_sheet, consent_above_cents, reason, version"
                + " FROM party_country_rule ORDER BY country",
            row ->
                new CountryRule(
                    row.getString("country"),
                    models(row.getString("models")),
                    row.getInt("reflection_hours"),
                    row.getBoolean("entry_test"),
                    row.getBoolean("loss_simulation"),
                    row.getBoolean("key_information_sheet"),
                    (Long) row.getObject("consent_above_cents"),
                    row.getString("reason"),
                    row.getLong("version")))
        .forEach(rule -> rules.put(rule.country(), rule));
    return rules;
  }

  private static Set<String> models(String text) {
    return Arrays.stream(text.split(","))
        .filter(model -> !model.isEmpty())
        .collect(Collectors.toSet());
  }
}
