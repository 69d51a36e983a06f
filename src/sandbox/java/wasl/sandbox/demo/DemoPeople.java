package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import wasl.party.AcceptInvitation;
import wasl.party.Actor;
import wasl.party.AddressForm;
import wasl.party.ConfirmEmail;
import wasl.party.Institution;
import wasl.party.Institutions;
import wasl.party.InviteFirstAdministrator;
import wasl.party.InviteStaff;
import wasl.party.PartyId;
import wasl.party.RegisterParty;
import wasl.party.Role;
import wasl.shared.Lang;

/** Accounts of the demo: staff, owners and investors, each made as a person would make it. */
@ApplicationScoped
public class DemoPeople {

  static final String DOMAIN = "@demo.wasl.example";
  static final String PASSWORD = "wasl-demo-2026";

  @Inject private RegisterParty register;
  @Inject private ConfirmEmail confirm;
  @Inject private InviteFirstAdministrator inviteFirst;
  @Inject private InviteStaff invite;
  @Inject private AcceptInvitation accept;
  @Inject private Institutions institutions;
  @Inject private AtOnce atOnce;

  private final Map<String, Actor> known = new ConcurrentHashMap<>();

  /** Who has signed up under this name before the {@code @}. */
  Actor get(String name) {
    return known.get(name);
  }

  /** The staff of {@code docs}: four reviewers, a regional one, finance, auditor, administrator. */
  void staff() {
    String first =
        inviteFirst.handle(new InviteFirstAdministrator.Command(Actor.SYSTEM, "admin" + DOMAIN));
    Actor admin =
        enlist(
            "admin",
            "حيدر علي اللامي",
            AddressForm.M,
            Lang.AR,
            Role.ADMINISTRATOR,
            Institutions.OPERATOR,
            first);
    officer(
        admin, "reviewer", "رغد ياسر التميمي", AddressForm.F, Lang.AR, Role.REVIEWER, "IQ-MOMD");
    officer(
        admin, "reviewer2", "مصطفى قاسم الشمري", AddressForm.M, Lang.AR, Role.REVIEWER, "IQ-MOMD");
    officer(
        admin, "reviewer3", "نيان دلشاد جاف", AddressForm.F, Lang.CKB, Role.REVIEWER, "IQ-MOMD");
    officer(
        admin,
        "reviewer4",
        "Sargon Emmanuel Isho",
        AddressForm.M,
        Lang.EN,
        Role.REVIEWER,
        "IQ-MOMD");
    officer(admin, "krg", "هێمن ئازاد ڕەسوڵ", AddressForm.M, Lang.CKB, Role.REVIEWER, "KRG-MOLSA");
    officer(
        admin,
        "finance",
        "سارة عمر الحمداني",
        AddressForm.F,
        Lang.AR,
        Role.FINANCE,
        Institutions.OPERATOR);
    officer(
        admin,
        "finance2",
        "کاروان سەردار زەنگنە",
        AddressForm.M,
        Lang.CKB,
        Role.FINANCE,
        Institutions.OPERATOR);
    officer(
        admin,
        "auditor",
        "Nahrin Youkhana Shimun",
        AddressForm.F,
        Lang.EN,
        Role.AUDITOR,
        Institutions.OPERATOR);
  }

  private void officer(
      Actor admin,
      String name,
      String fullName,
      AddressForm form,
      Lang lang,
      Role role,
      String institution) {
    Institution home = institutions.byCode(institution).orElseThrow();
    String path =
        invite.handle(new InviteStaff.Command(admin, name + DOMAIN, home.id(), Set.of(role), lang));
    enlist(name, fullName, form, lang, role, institution, path);
  }

  private Actor enlist(
      String name,
      String fullName,
      AddressForm form,
      Lang lang,
      Role role,
      String institution,
      String path) {
    PartyId id =
        accept.handle(
            new AcceptInvitation.Command(
                Actor.visitor(lang),
                lastPart(path),
                fullName,
                lang,
                form,
                PASSWORD,
                "demo-" + name));
    Actor actor =
        new Actor(
            id, Set.of(role), institutions.byCode(institution).orElseThrow().id(), lang, false);
    known.put(name, actor);
    return actor;
  }

  /** The owner of a business. */
  Actor owner(String name, String fullName, Lang lang) {
    return sign(name, fullName, "IQ", lang, Role.ENTREPRENEUR);
  }

  /**
   * The investors of {@code investors.txt}; the first two are those of the documentation.
   *
   * @param first so many in any case
   * @param percent how many of the others
   */
  List<Actor> investors(int first, int percent) {
    List<Callable<Actor>> works = new ArrayList<>();
    List<String> lines = Catalogue.lines("investors.txt");
    int number = first + (lines.size() - first) * percent / 100;
    for (String line : lines.subList(0, number)) {
      String[] parts = line.split(";");
      String name = works.isEmpty() ? "investor" : "investor" + (works.size() + 1);
      Lang lang = Lang.of(parts[1]).orElseThrow();
      works.add(() -> sign(name, parts[2], parts[0], lang, Role.INVESTOR));
    }
    return atOnce.all(works);
  }

  private Actor sign(String name, String fullName, String country, Lang lang, Role role) {
    if (known.containsKey(name)) {
      return known.get(name);
    }
    String address = "demo-" + name;
    String path =
        register
            .handle(
                new RegisterParty.Command(
                    Actor.visitor(lang),
                    fullName,
                    name + DOMAIN,
                    country,
                    lang,
                    AddressForm.NEUTRAL,
                    Set.of(role),
                    PASSWORD,
                    address))
            .orElseThrow();
    PartyId id =
        confirm.handle(new ConfirmEmail.Command(Actor.visitor(lang), lastPart(path), address));
    Actor actor = new Actor(id, Set.of(role), null, lang, false);
    known.put(name, actor);
    return actor;
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
