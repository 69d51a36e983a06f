package wasl.listing;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import wasl.party.PartyId;

/**
 * The entrepreneur's enterprise behind the listings. A business without a registration number is
 * informal, and is shown as such.
 */
@Entity
@Table(name = "listing_business")
@Access(AccessType.FIELD)
public class Business {

  @Id private long id;
  @Version private int version;

  @Column(name = "owner_id")
  private PartyId owner;

  private String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "legal_form")
  private LegalForm legalForm;

  @Column(name = "registration_number")
  private String registrationNumber;

  @Enumerated(EnumType.STRING)
  private Governorate governorate;

  private String district;

  @Enumerated(EnumType.STRING)
  private Sector sector;

  @Column(name = "founded_year")
  private Integer foundedYear;

  private Integer employees;

  @Column(name = "women_owned")
  private boolean womenOwned;

  @Column(name = "returnee_owned")
  private boolean returneeOwned;

  @Column(name = "idp_owned")
  private boolean idpOwned;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For JPA. */
  protected Business() {}

  /** A new business of which nothing is known yet. */
  public Business(BusinessId id, PartyId owner, Instant now) {
    this.id = id.value();
    this.owner = owner;
    this.createdAt = now;
  }

  /** The owner describes it. */
  public void describe(Details details) {
    name = details.name();
    legalForm = details.legalForm();
    registrationNumber = details.registrationNumber();
    governorate = details.governorate();
    district = details.district();
    sector = details.sector();
    foundedYear = details.foundedYear();
    employees = details.employees();
    womenOwned = details.womenOwned();
    returneeOwned = details.returneeOwned();
    idpOwned = details.idpOwned();
  }

  /** What it is. */
  public Details details() {
    return new Details(
        name,
        legalForm,
        registrationNumber,
        governorate,
        district,
        sector,
        foundedYear,
        employees,
        womenOwned,
        returneeOwned,
        idpOwned);
  }

  public BusinessId id() {
    return new BusinessId(id);
  }

  public PartyId owner() {
    return owner;
  }

  public int version() {
    return version;
  }

  /**
   * What a business is. Parts that are not known yet are null.
   *
   * @param registrationNumber null for an informal business
   * @param district the code of a district in {@code listing_district}
   * @param foundedYear the year in the Gregorian calendar
   * @param employees people who work there today, the owner included
   */
  public record Details(
      String name,
      LegalForm legalForm,
      String registrationNumber,
      Governorate governorate,
      String district,
      Sector sector,
      Integer foundedYear,
      Integer employees,
      boolean womenOwned,
      boolean returneeOwned,
      boolean idpOwned)
      implements ListingContent.Part {

    /** Nothing known yet. */
    public static final Details NONE =
        new Details(null, null, null, null, null, null, null, null, false, false, false);

    @Override
    public Section section() {
      return Section.BUSINESS;
    }

    /** Whether it is not registered anywhere. */
    public boolean informal() {
      return registrationNumber == null;
    }
  }

  /** The legal forms of Iraqi businesses (Companies Law 21/1997 and what stands beside it). */
  public enum LegalForm {
    NOT_REGISTERED,
    SOLE_ENTERPRISE,
    TRADER,
    CRAFT_WORKSHOP,
    INDUSTRIAL_PROJECT,
    LIMITED_LIABILITY,
    GENERAL_PARTNERSHIP,
    SIMPLE_COMPANY,
    JOINT_STOCK,
    MIXED_COMPANY,
    COOPERATIVE,
    FOREIGN_BRANCH
  }
}
