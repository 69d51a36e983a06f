package wasl.listing.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.listing.Business;
import wasl.listing.Districts;
import wasl.listing.Governorate;
import wasl.listing.ListingContent;
import wasl.listing.ListingQueries;
import wasl.listing.Section;
import wasl.listing.Sector;

/** The step about the business. */
@Named
@RequestScoped
public class BusinessForm implements StepForm {

  @Inject private Districts districts;

  private int version;
  private String name;
  private String legalForm;
  private String registrationNumber;
  private String governorate;
  private String district;
  private String sector;
  private String foundedYear;
  private String employees;
  private boolean womenOwned;
  private boolean returneeOwned;
  private boolean idpOwned;

  @Override
  public Section section() {
    return Section.BUSINESS;
  }

  @Override
  public void fill(ListingQueries.Whole whole) {
    Business.Details saved = whole.content().business();
    version = whole.content().version(section());
    name = saved.name();
    legalForm = saved.legalForm() == null ? null : saved.legalForm().name();
    registrationNumber = saved.registrationNumber();
    governorate = saved.governorate() == null ? null : saved.governorate().name();
    district = saved.district();
    sector = saved.sector() == null ? null : saved.sector().name();
    foundedYear = saved.foundedYear() == null ? null : saved.foundedYear().toString();
    employees = saved.employees() == null ? null : saved.employees().toString();
    womenOwned = saved.womenOwned();
    returneeOwned = saved.returneeOwned();
    idpOwned = saved.idpOwned();
  }

  @Override
  public ListingContent.Part read(Typed typed) {
    Governorate place = Typed.constant(Governorate.class, governorate);
    if (place != null && district != null && !districts.knows(district, place)) {
      typed.refuse("district", "listing.edit.wrong.district");
    }
    return new Business.Details(
        name,
        Typed.constant(Business.LegalForm.class, legalForm),
        registrationNumber,
        place,
        district,
        Typed.constant(Sector.class, sector),
        typed.number(foundedYear, "foundedYear"),
        typed.number(employees, "employees"),
        womenOwned,
        returneeOwned,
        idpOwned);
  }

  @Override
  public int getVersion() {
    return version;
  }

  @Override
  public void setVersion(int version) {
    this.version = version;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getLegalForm() {
    return legalForm;
  }

  public void setLegalForm(String legalForm) {
    this.legalForm = legalForm;
  }

  public String getRegistrationNumber() {
    return registrationNumber;
  }

  public void setRegistrationNumber(String registrationNumber) {
    this.registrationNumber = registrationNumber;
  }

  public String getGovernorate() {
    return governorate;
  }

  public void setGovernorate(String governorate) {
    this.governorate = governorate;
  }

  public String getDistrict() {
    return district;
  }

  public void setDistrict(String district) {
    this.district = district;
  }

  public String getSector() {
    return sector;
  }

  public void setSector(String sector) {
    this.sector = sector;
  }

  public String getFoundedYear() {
    return foundedYear;
  }

  public void setFoundedYear(String foundedYear) {
    this.foundedYear = foundedYear;
  }

  public String getEmployees() {
    return employees;
  }

  public void setEmployees(String employees) {
    this.employees = employees;
  }

  public boolean isWomenOwned() {
    return womenOwned;
  }

  public void setWomenOwned(boolean womenOwned) {
    this.womenOwned = womenOwned;
  }

  public boolean isReturneeOwned() {
    return returneeOwned;
  }

  public void setReturneeOwned(boolean returneeOwned) {
    this.returneeOwned = returneeOwned;
  }

  public boolean isIdpOwned() {
    return idpOwned;
  }

  public void setIdpOwned(boolean idpOwned) {
    this.idpOwned = idpOwned;
  }
}
