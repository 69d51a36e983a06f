package wasl.party.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wasl.party.CurrentActor;
import wasl.party.Institution;
import wasl.party.InstitutionId;
import wasl.party.Institutions;
import wasl.party.Officers;
import wasl.party.PartyId;
import wasl.party.PartyRefused;
import wasl.party.Permission;
import wasl.party.SaveInstitution;
import wasl.party.SwitchOfficer;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /admin/institutions/new} and {@code /admin/institutions/{id}}. */
@Named
@RequestScoped
public class InstitutionPage {

  @Inject private Institutions institutions;
  @Inject private SaveInstitution saveInstitution;
  @Inject private Officers officers;
  @Inject private SwitchOfficer switchOfficer;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  private Institution institution;
  private String code;
  private String nameEn;
  private String nameAr;
  private String nameCkb;
  private String twins;
  private boolean active = true;
  private long version;

  /** Refuses whoever may not be here, and switches the officer whose button was pressed. */
  public void load() {
    current.get().require(Permission.ADMINISTER);
    if (PartyRequest.post() && PartyRequest.parameter("officer") != null) {
      boolean on = PartyRequest.parameter("on") != null;
      switchOfficer.handle(
          new SwitchOfficer.Command(
              current.get(),
              PartyId.parse(PartyRequest.parameter("officer"))
                  .orElseThrow(() -> new Refused(new PartyRefused.UnknownParty())),
              on));
      messages.flash("ok", on ? "party.officers.switchedOn" : "party.officers.switchedOff");
      PageLinks.here().go("/admin/institutions/" + institution.id());
    }
  }

  /** The officers of the institution. */
  public List<Officers.Officer> getStaff() {
    return officers.of(institution.id());
  }

  /** Whether it is the reader's own account, which nobody switches off. */
  public boolean mine(Officers.Officer officer) {
    return officer.id().equals(current.get().party());
  }

  /** Reads the institution, before what was typed is put over it. */
  @PostConstruct
  void read() {
    current.get().require(Permission.ADMINISTER);
    String id = PartyRequest.parameter("id");
    if (id == null) {
      return;
    }
    institution =
        institutions.get(
            InstitutionId.parse(id)
                .orElseThrow(() -> new Refused(new PartyRefused.UnknownInstitution())));
    code = institution.code();
    nameEn = institution.nameEn();
    nameAr = institution.nameAr();
    nameCkb = institution.nameCkb();
    twins = String.join(" ", institution.twins());
    active = institution.active();
    version = institution.version();
  }

  /** Saves what was typed. */
  public void save() {
    Map<Lang, String> names = new EnumMap<>(Lang.class);
    names.put(Lang.EN, nameEn);
    names.put(Lang.AR, nameAr);
    names.put(Lang.CKB, nameCkb);
    List<String> codes =
        twins == null
            ? List.of()
            : Arrays.stream(twins.split("[\\s,،]+")).filter(one -> !one.isEmpty()).toList();
    InstitutionId which = institution == null ? null : institution.id();
    saveInstitution.handle(
        new SaveInstitution.Command(current.get(), which, code, names, codes, active, version));
    messages.flash("ok", "party.institution.saved");
    PageLinks.here().go("/admin/institutions");
  }

  /** What a code looks like. */
  public String getExamples() {
    return SaveInstitution.EXAMPLES;
  }

  public boolean isNew() {
    return institution == null;
  }

  /** The platform's operator has no counterpart and cannot be closed. */
  public boolean isOperator() {
    return institution != null && institution.operator();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getNameEn() {
    return nameEn;
  }

  public void setNameEn(String nameEn) {
    this.nameEn = nameEn;
  }

  public String getNameAr() {
    return nameAr;
  }

  public void setNameAr(String nameAr) {
    this.nameAr = nameAr;
  }

  public String getNameCkb() {
    return nameCkb;
  }

  public void setNameCkb(String nameCkb) {
    this.nameCkb = nameCkb;
  }

  public String getTwins() {
    return twins;
  }

  public void setTwins(String twins) {
    this.twins = twins;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }
}
