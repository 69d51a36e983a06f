package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wasl.discovery.MatchWords;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.Sector;
import wasl.party.PartyId;
import wasl.shared.Refused;
import wasl.shared.Secrets;
import wasl.shared.Sql;

/** What people follow, in the database. */
@ApplicationScoped
public class Follows {

  @Inject private Sql sql;
  @Inject private MatchWords words;

  /** Keeps a follow; what is followed already only gets its letters back. */
  void add(Follow follow) {
    Follow.Filter filter = follow.filter();
    sql.change(
        "INSERT INTO community_follow (id, party, mark, listing, governorate, sector, model, words,"
            + " mails, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, TRUE, ?)"
            + " ON DUPLICATE KEY UPDATE mails = TRUE",
        follow.id(),
        follow.party().value(),
        mark(follow),
        follow.listing() == null ? null : follow.listing().value(),
        filter == null ? null : filter.governorate(),
        filter == null ? null : filter.sector(),
        filter == null ? null : filter.model(),
        filter == null ? null : filter.words(),
        follow.since());
  }

  private static String mark(Follow follow) {
    return Secrets.sha256(
        follow.listing() != null
            ? "listing " + follow.listing()
            : "filter "
                + follow.filter().governorate()
                + " "
                + follow.filter().sector()
                + " "
                + follow.filter().model()
                + " "
                + follow.filter().words());
  }

  /** How many things somebody follows. */
  long count(PartyId party) {
    return sql.number("SELECT COUNT(*) FROM community_follow WHERE party = ?", party.value());
  }

  /** What somebody follows, the newest first. */
  public List<Follow> of(PartyId party) {
    return sql.list(
        "SELECT * FROM community_follow WHERE party = ? ORDER BY id DESC LIMIT "
            + CommunityLimits.MOST_FOLLOWS,
        Follows::read,
        party.value());
  }

  /** One follow. */
  public Optional<Follow> find(long id) {
    return sql.one("SELECT * FROM community_follow WHERE id = ?", Follows::read, id);
  }

  /** Somebody's follow of a listing. */
  public Optional<Follow> of(PartyId party, ListingId listing) {
    return sql.one(
        "SELECT * FROM community_follow WHERE party = ? AND listing = ?",
        Follows::read,
        party.value(),
        listing.value());
  }

  /**
   * Somebody's own follow.
   *
   * @throws Refused {@link CommunityRefused.NotFound}
   */
  Follow own(PartyId party, long id) {
    return find(id)
        .filter(follow -> follow.party().equals(party))
        .orElseThrow(() -> new Refused(new CommunityRefused.NotFound()));
  }

  void remove(long id) {
    sql.change("DELETE FROM community_follow WHERE id = ?", id);
  }

  void mails(long id, boolean on) {
    sql.change("UPDATE community_follow SET mails = ? WHERE id = ?", on, id);
  }

  /** Who wants letters about a listing. */
  public List<Follow> ofListing(ListingId listing) {
    return sql.list(
        "SELECT * FROM community_follow WHERE listing = ? AND mails = TRUE ORDER BY id",
        Follows::read,
        listing.value());
  }

  /** The filters with letters that a published listing fits, one for each person. */
  public List<Follow> fitting(ListingFacts listing) {
    List<Follow> fitting =
        sql.list(
            "SELECT * FROM community_follow WHERE listing IS NULL AND mails = TRUE"
                + " AND (governorate IS NULL OR governorate = ?)"
                + " AND (sector IS NULL OR sector = ?) AND (model IS NULL OR model = ?)"
                + " ORDER BY id",
            Follows::read,
            listing.governorate(),
            listing.sector(),
            listing.model());
    Set<String> asked =
        fitting.stream()
            .map(follow -> follow.filter().words())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Set<String> matching = words.of(listing.id(), asked);
    Set<PartyId> told = new HashSet<>();
    return fitting.stream()
        .filter(follow -> !follow.party().equals(listing.owner()))
        .filter(
            follow -> follow.filter().words() == null || matching.contains(follow.filter().words()))
        .filter(follow -> told.add(follow.party()))
        .toList();
  }

  private static Follow read(ResultSet row) throws SQLException {
    long listing = row.getLong("listing");
    boolean filter = row.wasNull();
    return new Follow(
        row.getLong("id"),
        new PartyId(row.getLong("party")),
        filter ? null : new ListingId(listing),
        filter
            ? new Follow.Filter(
                constant(Governorate.class, row.getString("governorate")),
                constant(Sector.class, row.getString("sector")),
                constant(FundingModel.class, row.getString("model")),
                row.getString("words"))
            : null,
        row.getBoolean("mails"),
        Sql.instant(row, "since"));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }
}
