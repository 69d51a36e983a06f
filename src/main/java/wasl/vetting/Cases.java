package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.party.InstitutionId;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.shared.Sql;

/**
 * The cases and their proposals in the database. Whoever changes a case locks its listing first,
 * then the case: always in this order, so that two can never wait for each other.
 */
@ApplicationScoped
public class Cases {
  @PersistenceContext private EntityManager entities;
  @Inject private Sql sql;

  /**
   * The case, not locked.
   *
   * @throws Refused {@link VettingRefused.NotFound}
   */
  public Case get(CaseId id) {
    return found(entities.find(Case.class, id.value()));
  }

  /** The case with its row locked until the transaction ends, read anew. */
  Case lock(CaseId id) {
    Case file = found(entities.find(Case.class, id.value()));
    entities.refresh(file, LockModeType.PESSIMISTIC_WRITE);
    return file;
  }

  /** The institution that leads the listing's newest case; nothing where it was never handed in. */
  public Optional<InstitutionId> leadOf(ListingId listing) {
    return sql.one(
        "SELECT institution_id FROM vetting_case WHERE listing_id = ? ORDER BY id DESC LIMIT 1",
        row -> new InstitutionId(row.getLong(1)),
        listing.value());
  }

  /** The listing's newest case, locked. */
  Optional<Case> lockOf(ListingId listing) {
    return newestOf(listing).map(this::lock);
  }

  /** The listing's newest case. */
  public Optional<CaseId> newestOf(ListingId listing) {
    return sql.one(
        "SELECT id FROM vetting_case WHERE listing_id = ? ORDER BY id DESC LIMIT 1",
        row -> new CaseId(row.getLong(1)),
        listing.value());
  }

  /** The listing's newest case itself, for reading. */
  Optional<Case> newest(ListingId listing) {
    return entities
        .createQuery(
            "SELECT c FROM Case c WHERE c.listing = :listing ORDER BY c.id DESC", Case.class)
        .setParameter("listing", listing)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Keeps a new or changed case. */
  void save(Case file) {
    if (!entities.contains(file)) {
      entities.persist(file);
    }
    entities.flush();
  }

  /** Keeps a new or changed proposal. */
  void save(Proposal proposal) {
    if (!entities.contains(proposal)) {
      entities.persist(proposal);
    }
    entities.flush();
  }

  /** The proposal that waits for confirmation, if any. */
  public Optional<Proposal> pending(CaseId file) {
    return entities
        .createQuery(
            "SELECT p FROM Proposal p WHERE p.file = :file AND p.confirmedBy IS NULL"
                + " AND p.returnedBy IS NULL ORDER BY p.id DESC",
            Proposal.class)
        .setParameter("file", file)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /**
   * Writes the decision down. The database refuses a second one of the same round, and one by a
   * single person.
   */
  void decide(Case file, Proposal proposal) {
    sql.change(
        "INSERT INTO vetting_decision"
            + " (case_id, round, proposal_id, proposed_by, confirmed_by, decided_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        file.id().value(),
        proposal.round(),
        proposal.id().value(),
        proposal.proposedBy().value(),
        proposal.confirmedBy().value(),
        file.decidedAt());
  }

  /** Attaches conditions to a proposal. Once it is confirmed they become tasks of the listing. */
  void attach(ProposalId proposal, List<ConditionText> conditions) {
    for (int i = 0; i < conditions.size(); i++) {
      sql.change(
          "INSERT INTO vetting_condition (id, proposal_id, position, text, precondition)"
              + " VALUES (?, ?, ?, ?, ?)",
          Ids.next(),
          proposal.value(),
          i + 1,
          conditions.get(i).text(),
          conditions.get(i).precondition());
    }
  }

  /** The conditions of a proposal in their order. */
  public List<ConditionText> conditions(ProposalId proposal) {
    return sql.list(
        "SELECT text, precondition FROM vetting_condition WHERE proposal_id = ? ORDER BY position",
        row -> new ConditionText(row.getString("text"), row.getBoolean("precondition")),
        proposal.value());
  }

  private static Case found(Case file) {
    if (file == null) {
      throw new Refused(new VettingRefused.NotFound());
    }
    return file;
  }
}
