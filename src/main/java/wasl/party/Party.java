package wasl.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import wasl.shared.Lang;

/**
 * A person's account. People sign up and are investor, entrepreneur or both; officers come by
 * invitation, belong to exactly one institution and have a number there that stands for their name
 * in public. Whoever signs up gets the account once the address is confirmed by a link sent to it
 * ({@link Registrations}); until then nothing but the registration exists.
 */
@Entity
@Table(name = "party")
public class Party {

  @Id private long id;
  private String email;
  private String name;
  private String country;

  @Enumerated(EnumType.STRING)
  private Lang lang;

  @Enumerated(EnumType.STRING)
  @Column(name = "address_form")
  private AddressForm addressForm;

  private String roles;
  private InstitutionId institution;
  private Integer officer;

  @Column(name = "password_hash")
  private String passwordHash;

  private int stamp;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "switched_off_at")
  private Instant switchedOffAt;

  @Version private long version;

  protected Party() {}

  private Party(PartyId id, EmailAddress email, Set<Role> roles, Instant now) {
    this.id = id.value();
    this.email = email.value();
    this.roles = Role.text(roles);
    this.createdAt = now;
    this.confirmedAt = now;
  }

  /**
   * What a person tells about himself or herself.
   *
   * @param country of residence, ISO 3166-1
   * @param lang the language of letters
   */
  public record Profile(PersonName name, String country, Lang lang, AddressForm addressForm) {}

  /** The account of whoever signed up and has proved now to be the owner of the address. */
  static Party register(
      PartyId id,
      EmailAddress email,
      Profile profile,
      Set<Role> roles,
      String passwordHash,
      Instant now) {
    Party party = new Party(id, email, roles, now);
    party.describe(profile);
    party.passwordHash = passwordHash;
    return party;
  }

  /** An officer's account; the invitation came by mail, so the address is confirmed. */
  static Party enlist(
      EmailAddress email,
      Profile profile,
      Set<Role> roles,
      InstitutionId institution,
      int officer,
      Instant now) {
    Party party = new Party(PartyId.next(), email, roles, now);
    party.describe(profile);
    party.institution = institution;
    party.officer = officer;
    return party;
  }

  void describe(Profile profile) {
    name = profile.name().value();
    country = profile.country();
    lang = profile.lang();
    addressForm = profile.addressForm();
  }

  /**
   * An administrator switches the officer off: every session and token ends.
   *
   * @return whether that changed anything
   */
  boolean switchOff(Instant now) {
    if (switchedOffAt != null) {
      return false;
    }
    switchedOffAt = now;
    stamp++;
    return true;
  }

  /**
   * The officer may sign in again.
   *
   * @return whether that changed anything
   */
  boolean switchOn() {
    boolean changes = switchedOffAt != null;
    switchedOffAt = null;
    return changes;
  }

  /** People choose what their account is for; an officer's roles come from the institution. */
  void choose(Set<Role> wanted) {
    EnumSet<Role> kept = EnumSet.noneOf(Role.class);
    roles().stream().filter(Role::staff).forEach(kept::add);
    wanted.stream().filter(role -> !role.staff()).forEach(kept::add);
    roles = Role.text(kept);
  }

  /** A new password; ends every session and token that the old one opened. */
  void choosePassword(String newHash) {
    passwordHash = newHash;
    stamp++;
  }

  public PartyId id() {
    return new PartyId(id);
  }

  public EmailAddress email() {
    return new EmailAddress(email);
  }

  public String name() {
    return name;
  }

  public String country() {
    return country;
  }

  public Lang lang() {
    return lang;
  }

  public AddressForm addressForm() {
    return addressForm;
  }

  public Set<Role> roles() {
    return Role.parse(roles);
  }

  /** The officer's institution; null for others. */
  public InstitutionId institution() {
    return institution;
  }

  /** The officer's number within the institution; null for others. */
  public Integer officer() {
    return officer;
  }

  public Instant createdAt() {
    return createdAt;
  }

  String passwordHash() {
    return passwordHash;
  }

  /** Grows with each change of the password, and with being switched off. */
  int stamp() {
    return stamp;
  }
}
