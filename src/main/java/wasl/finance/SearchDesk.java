package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import wasl.discovery.SearchListings;
import wasl.ledger.JournalFilter;
import wasl.ledger.JournalId;
import wasl.ledger.JournalView;
import wasl.ledger.LedgerQueries;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingSearch;
import wasl.money.Currency;
import wasl.money.MoneyText;
import wasl.party.Contact;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.payment.OriginQueries;
import wasl.payment.ReceiptNumber;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeView;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refused;

/**
 * Finds pledges, journals and projects by whatever a finance officer has in hand: an id, a number
 * of the gateway, of a bank or of a receipt, a journal's number, an amount, a project's words, an
 * investor's name or address. What was typed is tried as each of them; every reading has its own
 * index and its own limit.
 */
@ApplicationScoped
public class SearchDesk {

  private static final Logger LOG = Logger.getLogger(SearchDesk.class.getName());

  /** How many of each kind are found at most. */
  public static final int MOST = 20;

  private static final int LONGEST = 100;

  @Inject private LedgerQueries journals;
  @Inject private PledgeQueries pledges;
  @Inject private ListingQueries listings;
  @Inject private SearchListings search;
  @Inject private PartyQueries parties;
  @Inject private OriginQueries origins;

  /**
   * What was found, at most 20 of each.
   *
   * @param people the investors of the pledges; empty for readers who may not see names
   */
  public record Found(
      List<PledgeView> pledges,
      List<JournalView> journals,
      List<ListingFacts> listings,
      Map<PartyId, Contact> people) {

    /** Whether nothing was found. */
    public boolean nothing() {
      return pledges.isEmpty() && journals.isEmpty() && listings.isEmpty();
    }
  }

  /**
   * Searches.
   *
   * @param names whether people may be searched for and shown
   */
  public Found find(String typed, Lang reader, boolean names) {
    String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    Set<PledgeView> foundPledges = new LinkedHashSet<>();
    Map<JournalId, JournalView> foundJournals = new LinkedHashMap<>();
    Map<ListingId, ListingFacts> foundListings = new LinkedHashMap<>();

    Ids.parse(text)
        .ifPresent(
            id -> {
              pledges.find(new PledgeId(id)).ifPresent(foundPledges::add);
              foundListings.putAll(listings.facts(List.of(new ListingId(id))));
              foundPledges.addAll(pledges.of(List.of(new PartyId(id)), MOST));
              journals.journal(new JournalId(id)).ifPresent(one -> add(foundJournals, one));
            });
    String receipt = ReceiptNumber.parse(text).map(ReceiptNumber::value).orElse(text);
    origins.of(List.of(text, receipt)).values().stream()
        .flatMap(origin -> pledges.find(origin.pledge()).stream())
        .forEach(foundPledges::add);
    if (text.matches("\\d{1,15}")) {
      journals.numbered(Long.parseLong(text)).ifPresent(one -> add(foundJournals, one));
    }
    journals.withReference(text, MOST).forEach(one -> add(foundJournals, one));
    Arrays.stream(Currency.values())
        .flatMap(currency -> MoneyText.parse(text, currency).stream())
        .filter(amount -> amount.isPositive())
        .forEach(amount -> journals.withAmount(amount, MOST).forEach(j -> add(foundJournals, j)));
    if (names) {
      foundPledges.addAll(pledges.of(people(text), MOST));
    }
    byWords(text, reader, foundListings);
    journalsOf(foundPledges, foundJournals);
    List<PledgeView> shown = foundPledges.stream().limit(MOST).toList();
    return new Found(
        shown,
        foundJournals.values().stream().limit(MOST).toList(),
        foundListings.values().stream().limit(MOST).toList(),
        names ? parties.contacts(shown.stream().map(PledgeView::investor).toList()) : Map.of());
  }

  private Collection<PartyId> people(String text) {
    return text.contains("@")
        ? parties.byEmail(text).map(List::of).orElse(List.of())
        : parties.named(text, MOST).stream().map(Contact::id).toList();
  }

  private void byWords(String text, Lang reader, Map<ListingId, ListingFacts> found) {
    ListingSearch words =
        new ListingSearch(text, Set.of(), null, null, null, null, ListingSearch.Sort.NEWEST);
    try {
      var hits = search.find(words, new Page.Wish(0, MOST), reader);
      // what only resembles the words is no help to somebody who has them in hand
      if (hits.exact() && !hits.page().items().isEmpty()) {
        found.putAll(
            listings.facts(hits.page().items().stream().map(ListingSearch.Row::id).toList()));
      }
    } catch (Refused noIndexYet) {
      LOG.log(Level.FINE, "projects are not looked for", noIndexYet);
    }
  }

  /** One pledge alone was meant: its journals are what is looked for. */
  private void journalsOf(Set<PledgeView> pledges, Map<JournalId, JournalView> found) {
    if (pledges.size() == 1) {
      long pledge = pledges.iterator().next().id().value();
      JournalFilter its = new JournalFilter(pledge, null, null, null, null, null);
      journals
          .journals(its, new Page.Wish(0, MOST))
          .items()
          .forEach(journal -> add(found, journal));
    }
  }

  private static void add(Map<JournalId, JournalView> found, JournalView one) {
    found.putIfAbsent(one.id(), one);
  }
}
