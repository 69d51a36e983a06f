package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.ledger.LedgerPromise;
import wasl.ledger.VerifyLedger;
import wasl.listing.ListingId;
import wasl.party.Actor;
import wasl.pledge.PledgeId;
import wasl.shared.Sql;

/**
 * {@code ./wasl verify} ties pledges, charges and refunds to the books, and names what does not.
 */
@ExtendWith(ArquillianExtension.class)
class MoneyPromisesIT {

  private static final List<String> OURS =
      List.of(
          "escrow-follows-pledges",
          "tips-follow-pledges",
          "pledges-follow-charges",
          "totals-follow-pledges",
          "ended-listings-give-back");

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private VerifyLedger verify;
  @Inject @Any private Instance<LedgerPromise> promises;
  @Inject private Sql sql;

  private ListingId listing;
  private PledgeId kept;
  private PledgeId firm;

  @BeforeEach
  void moneyThatCameAndMoneyThatWentBack() {
    gateway.behave();
    Actor investor = campaigns.investor();
    ListingId failed = campaigns.live(1_000);
    gateway.pledged(investor, failed, 600, 5, GatewayFixtures.GOOD);
    gateway.pledged(investor, failed, 400, 0, GatewayFixtures.DECLINED_LATER);
    listing = campaigns.live(1_000);
    kept = gateway.pledged(investor, listing, 1_000, 3, GatewayFixtures.GOOD);
    campaigns.passDeadline(listing);
    campaigns.skipWindow(listing);
    ListingId open = campaigns.live(1_000);
    firm = gateway.pledged(investor, open, 100, 0, GatewayFixtures.GOOD);
  }

  @Test
  void allHoldsAndEachFaultIsNamed() {
    holds();
    altered(
        "UPDATE payment_attempt SET amount_minor = amount_minor + 1 WHERE pledge = ?",
        "UPDATE payment_attempt SET amount_minor = amount_minor - 1 WHERE pledge = ?",
        kept,
        "escrow-follows-pledges",
        "listing " + listing + ": charges less refunds are 1000.01 USD");
    altered(
        "UPDATE payment_attempt SET tip_minor = tip_minor + 1 WHERE pledge = ?",
        "UPDATE payment_attempt SET tip_minor = tip_minor - 1 WHERE pledge = ?",
        kept,
        "tips-follow-pledges",
        "listing " + listing);
    altered(
        "UPDATE pledge SET state = 'COLLECTED' WHERE id = ?",
        "UPDATE pledge SET state = 'FIRM' WHERE id = ?",
        firm,
        "pledges-follow-charges",
        "pledge " + firm + " counts as collected and was not charged");
    altered(
        "UPDATE pledge SET state = 'FIRM' WHERE id = ?",
        "UPDATE pledge SET state = 'COLLECTED' WHERE id = ?",
        kept,
        "pledges-follow-charges",
        "pledge " + kept + " was charged, is not collected");
    altered(
        "UPDATE payment_attempt SET charge = CONCAT(charge, 'x') WHERE pledge = ?",
        "UPDATE payment_attempt SET charge = TRIM(TRAILING 'x' FROM charge) WHERE pledge = ?",
        kept,
        "pledges-follow-charges",
        "pledge " + kept + " was charged without its one journal");
    altered(
        "UPDATE pledge SET amount_minor = amount_minor + 1 WHERE id = ?",
        "UPDATE pledge SET amount_minor = amount_minor - 1 WHERE id = ?",
        firm,
        "totals-follow-pledges",
        "listing ");
    String left = "ended-listings-give-back";
    for (String over : List.of("UNFUNDED", "STOPPED")) {
      altered(ends(over), ends("FUNDED"), kept, left, "pledge " + kept + " is COLLECTED");
    }
    altered(ends("WITHDRAWN"), ends("LIVE"), firm, left, "pledge " + firm + " is FIRM");
    holds();
  }

  private static String ends(String state) {
    return "UPDATE listing SET state = '"
        + state
        + "' WHERE id = (SELECT listing FROM pledge WHERE id = ?)";
  }

  private void altered(String change, String back, PledgeId pledge, String promise, String fault) {
    assertThat(sql.change(change, pledge.value())).isEqualTo(1);
    try {
      assertThat(fault(promise)).startsWith(fault);
    } finally {
      sql.change(back, pledge.value());
    }
  }

  private void holds() {
    assertThat(verify.handle().findings())
        .filteredOn(finding -> OURS.contains(finding.promise()))
        .hasSize(OURS.size())
        .allSatisfy(finding -> assertThat(finding.fault()).as(finding.promise()).isNull());
  }

  private String fault(String promise) {
    return promises.stream()
        .filter(one -> one.name().equals(promise))
        .findFirst()
        .orElseThrow()
        .fault()
        .orElse(null);
  }
}
