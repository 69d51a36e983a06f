package wasl.party.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.party.ChangePassword;
import wasl.party.ChangeProfile;
import wasl.party.CurrentActor;
import wasl.party.Parties;
import wasl.party.Party;
import wasl.party.Role;
import wasl.shared.Lang;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /my/account}: what the account says, and its password. */
@Named
@RequestScoped
public class AccountPage {

  @Inject private Parties parties;
  @Inject private ChangeProfile changeProfile;
  @Inject private ChangePassword changePassword;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  private final SignUpForm form = new SignUpForm();
  private Party party;
  private String present;
  private String wanted;

  /** Reads the account, before what was typed is put over it. */
  @PostConstruct
  void read() {
    party = parties.get(current.get().party());
    form.setName(party.name());
    form.setEmail(party.email().value());
    form.setCountry(party.country());
    form.setLanguage(party.lang().code());
    form.setAddressForm(party.addressForm().name());
    form.setInvestor(party.roles().contains(Role.INVESTOR));
    form.setEntrepreneur(party.roles().contains(Role.ENTREPRENEUR));
  }

  /** Saves what was typed. */
  public void save() {
    changeProfile.handle(
        new ChangeProfile.Command(
            current.get(),
            form.getName(),
            form.getCountry(),
            Lang.of(form.getLanguage()).orElse(PartyRequest.lang()),
            form.form(),
            form.roles()));
    messages.flash("ok", "party.account.saved");
    PageLinks.here().go("/my/account");
  }

  /** Changes the password; this session goes on, every other one ends. */
  public void changePassword() {
    Sessions.open(
        PartyRequest.get(),
        changePassword.handle(new ChangePassword.Command(current.get(), present, wanted)));
    messages.flash("ok", "party.account.passwordChanged");
    PageLinks.here().go("/my/account");
  }

  public boolean isOfficer() {
    return party.institution() != null;
  }

  /** The number under which the public sees an officer. */
  public Integer getOfficerNumber() {
    return party.officer();
  }

  public SignUpForm getForm() {
    return form;
  }

  public String getPresent() {
    return present;
  }

  public void setPresent(String present) {
    this.present = present;
  }

  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }
}
