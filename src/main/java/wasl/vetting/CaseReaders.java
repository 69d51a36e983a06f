package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import wasl.listing.InsideReaders;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.party.Actor;
import wasl.party.InstitutionId;
import wasl.party.Permission;
import wasl.shared.Sql;
import wasl.vetting.Declarations.Interest;

/**
 * Who sees the file of a case, and with it what the public does not see of the listing: reviewers
 * of the case's institution who declared no interest and have none, and auditors. Whoever is both
 * is a reviewer first: the institution's own cases open after the declaration only.
 */
@ApplicationScoped
public class CaseReaders implements InsideReaders {
  @Inject private ListingQueries listings;
  @Inject private Declarations declarations;
  @Inject private ReviewAccess access;
  @Inject private Sql sql;

  @Override
  public boolean reads(Actor by, ListingId listing) {
    if (!by.may(Permission.READ_CASES)) {
      return false;
    }
    List<CaseId> own = by.may(Permission.REVIEW) ? casesOf(by.institution(), listing) : List.of();
    if (own.isEmpty()) {
      return VettingQueries.auditor(by);
    }
    return declarations
            .of(own.get(0), by.party())
            .filter(declared -> declared.interest() == Interest.NONE)
            .isPresent()
        && !access.interested(by.party(), listings.facts(listing).owner(), listing);
  }

  /** Whether this reader audits the cases of an institution and does not review them. */
  static boolean auditsOnly(Actor by, InstitutionId lead) {
    return VettingQueries.auditor(by)
        && !(by.may(Permission.REVIEW) && lead.equals(by.institution()));
  }

  private List<CaseId> casesOf(InstitutionId institution, ListingId listing) {
    return sql.list(
        "SELECT id FROM vetting_case WHERE listing_id = ? AND institution_id = ? ORDER BY id DESC",
        row -> new CaseId(row.getLong(1)),
        listing.value(),
        institution.value());
  }
}
