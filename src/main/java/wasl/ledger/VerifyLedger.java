package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Rebuilds every balance from the entries and checks every promise of the product about money. The
 * books are read at one instant, journal by journal, so it may run while money moves.
 */
@ApplicationScoped
public class VerifyLedger {

  @Inject private Books books;
  @Inject private Background background;
  @Inject @Any private Instance<LedgerPromise> promises;

  /**
   * One promise and how it stands.
   *
   * @param fault the first fault, or null
   */
  public record Finding(String promise, String fault) {}

  /**
   * What was found.
   *
   * @param tasks what is no fault but wants an operator (clearing too small for what is owed)
   */
  public record Verdict(
      long journals, long entries, long accounts, List<Finding> findings, List<String> tasks) {

    /** The first broken promise. */
    public Optional<Finding> firstFault() {
      return findings.stream().filter(finding -> finding.fault() != null).findFirst();
    }
  }

  /** Checks everything. */
  public Verdict handle() {
    long settled = background.settled();
    Verification own =
        books.at(
            snapshot -> {
              Verification verification = new Verification(settled);
              verification.read(snapshot);
              return verification;
            });
    List<Finding> findings = new ArrayList<>(own.findings());
    promises.stream()
        .sorted(Comparator.comparing(LedgerPromise::name))
        .map(promise -> new Finding(promise.name(), promise.fault().orElse(null)))
        .forEach(findings::add);
    return new Verdict(own.journals(), own.entries(), own.accounts(), findings, own.tasks());
  }
}
