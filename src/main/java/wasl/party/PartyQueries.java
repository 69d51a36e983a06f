package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.Remembered;
import wasl.shared.Sql;

/** Accounts as other features need them. */
@ApplicationScoped
public class PartyQueries {

  private static final String CONTACT =
      "SELECT id, name, address_form, email, lang, country FROM party WHERE ";

  @Inject private Sql sql;

  private final Remembered<PartyId, String> countries =
      new Remembered<>(Duration.ofSeconds(5), 20_000, id -> contact(id).country());

  /** An officer as the public sees one: a number within an institution. */
  public record Officer(PartyId id, InstitutionId institution, int number) {}

  /**
   * How to reach a person.
   *
   * @throws Refused {@link PartyRefused.UnknownParty}
   */
  public Contact contact(PartyId id) {
    return sql.one(CONTACT + "id = ?", PartyQueries::contact, id.value())
        .orElseThrow(() -> new Refused(new PartyRefused.UnknownParty()));
  }

  /**
   * Where a person lives, ISO 3166-1. Remembered for five seconds: so long a change may take to be
   * felt on another node.
   *
   * @throws Refused {@link PartyRefused.UnknownParty}
   */
  public String country(PartyId id) {
    return countries.get(id);
  }

  /** Forgets what this node remembers of a person, after the profile was changed. */
  void forget(PartyId id) {
    countries.forget(id);
  }

  /** How to reach several people; who is unknown is left out. */
  public Map<PartyId, Contact> contacts(Collection<PartyId> ids) {
    return byIds(ids, CONTACT, PartyQueries::contact).stream()
        .collect(Collectors.toMap(Contact::id, contact -> contact));
  }

  /** The officers of an institution who have this role and are not switched off. */
  public List<Contact> officersWith(Role role, InstitutionId institution) {
    return sql.list(
        CONTACT
            + "institution = ? AND FIND_IN_SET(?, roles) > 0"
            + " AND switched_off_at IS NULL ORDER BY officer",
        PartyQueries::contact,
        institution.value(),
        role.name());
  }

  /** All officers who have this role and are not switched off, at most 1 000. */
  public List<Contact> officersWith(Role role) {
    return sql.list(
        CONTACT
            + "institution IS NOT NULL AND FIND_IN_SET(?, roles) > 0 AND switched_off_at IS NULL"
            + " ORDER BY institution, officer LIMIT 1000",
        PartyQueries::contact,
        role.name());
  }

  /** The numbers under which officers appear in public; who is no officer is left out. */
  public Map<PartyId, Officer> officers(Collection<PartyId> ids) {
    Map<PartyId, Officer> officers = new HashMap<>();
    byIds(
            ids,
            "SELECT id, institution, officer FROM party WHERE institution IS NOT NULL AND ",
            row ->
                new Officer(
                    new PartyId(row.getLong(1)), new InstitutionId(row.getLong(2)), row.getInt(3)))
        .forEach(officer -> officers.put(officer.id(), officer));
    return officers;
  }

  /** People whose name has words that begin so, all of them, at most so many. */
  public List<Contact> named(String words, int most) {
    String all =
        Arrays.stream(words.split("[^\\p{L}\\p{N}]+"))
            .filter(word -> word.length() > 1)
            .map(word -> "+" + word + "*")
            .collect(Collectors.joining(" "));
    return all.isEmpty()
        ? List.of()
        : sql.list(
            CONTACT + "MATCH (name) AGAINST (? IN BOOLEAN MODE) LIMIT " + most,
            PartyQueries::contact,
            all);
  }

  /** The account with this address. */
  public Optional<PartyId> byEmail(String email) {
    return EmailAddress.parse(email)
        .flatMap(
            address ->
                sql.one(
                    "SELECT id FROM party WHERE email = ?",
                    row -> new PartyId(row.getLong(1)),
                    address.value()));
  }

  private <T> List<T> byIds(Collection<PartyId> ids, String select, Sql.Row<T> row) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
    Object[] values = ids.stream().map(PartyId::value).toArray();
    return sql.list(select + "id IN (" + marks + ")", row, values);
  }

  private static Contact contact(ResultSet row) throws SQLException {
    return new Contact(
        new PartyId(row.getLong("id")),
        row.getString("name"),
        AddressForm.valueOf(row.getString("address_form")),
        row.getString("email"),
        Lang.valueOf(row.getString("lang")),
        row.getString("country"));
  }
}
