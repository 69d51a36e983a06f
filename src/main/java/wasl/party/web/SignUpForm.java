package wasl.party.web;

import java.util.EnumSet;
import java.util.Set;
import wasl.party.AddressForm;
import wasl.party.Role;

/** What somebody types to sign up, or changes about the account. */
public class SignUpForm {

  private String name;
  private String email;
  private String country;
  private String language;
  private String addressForm = AddressForm.NEUTRAL.name();
  private boolean investor;
  private boolean entrepreneur;
  private String password;

  /** The roles that were ticked. */
  Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (investor) {
      roles.add(Role.INVESTOR);
    }
    if (entrepreneur) {
      roles.add(Role.ENTREPRENEUR);
    }
    return roles;
  }

  AddressForm form() {
    return addressForm == null ? AddressForm.NEUTRAL : AddressForm.valueOf(addressForm);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getAddressForm() {
    return addressForm;
  }

  public void setAddressForm(String addressForm) {
    this.addressForm = addressForm;
  }

  public boolean isInvestor() {
    return investor;
  }

  public void setInvestor(boolean investor) {
    this.investor = investor;
  }

  public boolean isEntrepreneur() {
    return entrepreneur;
  }

  public void setEntrepreneur(boolean entrepreneur) {
    this.entrepreneur = entrepreneur;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
