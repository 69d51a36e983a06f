package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import wasl.shared.Lang;
import wasl.shared.PlainText;
import wasl.shared.Refusal;
import wasl.shared.Refused;

/**
 * An administrator enters an institution or changes it. The code is public and stays.
 *
 * <p>Refusals: {@link AccessRefused}, {@link PartyRefused.InvalidCode}, {@link
 * PartyRefused.CodeTaken}, {@link PartyRefused.InstitutionNameNeeded}, {@link
 * PartyRefused.UnknownTwin}, {@link PartyRefused.UnknownInstitution}, {@link
 * PartyRefused.ChangedMeanwhile}.
 */
@ApplicationScoped
@Transactional
public class SaveInstitution {

  private static final Pattern CODE = Pattern.compile("(IQ|KRG)-[A-Z]{2,8}");

  /** What a code looks like; set apart, since it runs from left to right in every language. */
  public static final String EXAMPLES = "\u2066IQ-MOP\u2069 / \u2066KRG-MOP\u2069";

  private static final int MOST = 160;

  @Inject private Institutions institutions;

  /**
   * What was typed.
   *
   * @param institution which one; null for a new one
   * @param code of a new one; not looked at else
   * @param names in each language
   * @param twins codes of the counterparts in the other government
   * @param version as it was read; not looked at for a new one
   */
  public record Command(
      Actor by,
      InstitutionId institution,
      String code,
      Map<Lang, String> names,
      List<String> twins,
      boolean active,
      long version) {}

  /** Saves it. */
  public InstitutionId handle(Command command) {
    command.by().require(Permission.ADMINISTER);
    Map<Lang, String> names = names(command.names());
    InstitutionId id = command.institution();
    if (id == null) {
      String code = newCode(command.code());
      Institution added =
          institution(InstitutionId.next(), code, code.startsWith("KRG-"), false, names, command);
      institutions.add(added);
      id = added.id();
    } else {
      Institution before = institutions.get(id);
      Institution after =
          institution(id, before.code(), before.regional(), before.operator(), names, command);
      if (!institutions.change(after)) {
        throw new Refused(new PartyRefused.ChangedMeanwhile());
      }
    }
    institutions.forget();
    return id;
  }

  private Institution institution(
      InstitutionId id,
      String code,
      boolean regional,
      boolean operator,
      Map<Lang, String> names,
      Command command) {
    List<String> twins = command.twins().stream().distinct().toList();
    for (String twin : twins) {
      boolean fits =
          institutions
              .byCode(twin)
              .filter(other -> other.regional() != regional && !other.operator() && !operator)
              .isPresent();
      if (!fits) {
        throw new Refused(new PartyRefused.UnknownTwin(twin));
      }
    }
    return new Institution(
        id,
        code,
        names.get(Lang.EN),
        names.get(Lang.AR),
        names.get(Lang.CKB),
        regional,
        operator,
        operator || command.active(),
        twins,
        command.version());
  }

  private String newCode(String typed) {
    String code = PlainText.line(typed);
    if (code == null || !CODE.matcher(code).matches()) {
      throw new Refused(new PartyRefused.InvalidCode(EXAMPLES));
    }
    if (institutions.byCode(code).isPresent()) {
      throw new Refused(new PartyRefused.CodeTaken(code));
    }
    return code;
  }

  private static Map<Lang, String> names(Map<Lang, String> typed) {
    Map<Lang, String> names = new EnumMap<>(Lang.class);
    List<Refusal> missing = new ArrayList<>();
    for (Lang lang : Lang.values()) {
      String name = PlainText.line(typed.get(lang));
      if (name == null || name.length() > MOST) {
        missing.add(new PartyRefused.InstitutionNameNeeded(lang));
      } else {
        names.put(lang, name);
      }
    }
    if (!missing.isEmpty()) {
      throw new Refused(missing);
    }
    return names;
  }
}
