package wasl.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Refusal;
import wasl.shared.Refused;
import wasl.shared.Secrets;
import wasl.shared.Sql;

@ExtendWith(ArquillianExtension.class)
class PartyIT {

  private static final String PASSWORD = "three rivers meet";
  private static final String OTHER = "seven tall palm trees";
  private static final Actor VISITOR = Actor.visitor(Lang.CKB);

  @Inject private RegisterParty registerParty;
  @Inject private ConfirmEmail confirmEmail;
  @Inject private SignIn signIn;
  @Inject private IssueToken issueToken;
  @Inject private AskPasswordReset askPasswordReset;
  @Inject private ResetPassword resetPassword;
  @Inject private ChangePassword changePassword;
  @Inject private ChangeProfile changeProfile;
  @Inject private InviteStaff inviteStaff;
  @Inject private InviteFirstAdministrator inviteFirstAdministrator;
  @Inject private AcceptInvitation acceptInvitation;
  @Inject private RevokeInvitation revokeInvitation;
  @Inject private SaveInstitution saveInstitution;
  @Inject private OfferModels offerModels;
  @Inject private SwitchOfficer switchOfficer;
  @Inject private Officers officers;
  @Inject private Registrations registrations;
  @Inject private ForgetExpired forgetExpired;
  @Inject private Institutions institutions;
  @Inject private Invitations invitations;
  @Inject private CountryRules countryRules;
  @Inject private PartyQueries queries;
  @Inject private Actors actors;
  @Inject private PartyLetters letters;
  @Inject private Sql sql;
  @Resource private ManagedExecutorService threads;

  @Test
  void signsUpConfirmsAndSignsIn() {
    EmailAddress email = anAddress();
    String path = register(email, PASSWORD).orElseThrow();
    assertThat(refusal(() -> enter(email, PASSWORD))).isInstanceOf(PartyRefused.SignInFailed.class);

    PartyId party = confirm(path);
    SignIn.SignedIn who = enter(email, PASSWORD);

    assertThat(who.party()).isEqualTo(party);
    Actors.Known known = actors.bySession(party.value(), who.stamp()).orElseThrow();
    assertThat(known.name()).isEqualTo("شیلان ئازاد");
    assertThat(known.actor().roles()).containsExactly(Role.INVESTOR);
    assertThat(known.actor().lang()).isEqualTo(Lang.CKB);
    assertThat(queries.contact(party))
        .isEqualTo(new Contact(party, "شیلان ئازاد", AddressForm.F, email.value(), Lang.CKB, "SE"));
    assertThat(letters.to(email, PartyEvent.EmailConfirmationAsked.class))
        .extracting(PartyEvent.EmailConfirmationAsked::path)
        .containsExactly(path);
  }

  @Test
  void keepsNeitherPasswordsNorSecretsInTheDatabase() {
    EmailAddress email = anAddress();
    String path = register(email, PASSWORD).orElseThrow();
    String hash =
        sql.one(
                "SELECT password_hash FROM party_registration WHERE email = ?",
                row -> row.getString(1),
                email.value())
            .orElseThrow();
    assertThat(hash).startsWith("$argon2id$").doesNotContain(PASSWORD);
    assertThat(
            sql.number(
                "SELECT COUNT(*) FROM party_registration WHERE secret_hash = ?",
                Secrets.sha256(secret(path))))
        .isEqualTo(1);
    assertThat(
            sql.number(
                "SELECT COUNT(*) FROM party_registration WHERE secret_hash = ?", secret(path)))
        .isZero();
  }

  @Test
  void aLinkIsForItsOwnPurposeOnly() {
    EmailAddress email = anAddress();
    String confirmation = register(email, PASSWORD).orElseThrow();
    assertThat(refusal(() -> reset(confirmation, OTHER)))
        .isInstanceOf(PartyRefused.LinkExpired.class);
    confirm(confirmation);
    String reset = askReset(email);
    assertThat(
            refusal(
                () ->
                    acceptInvitation.handle(
                        new AcceptInvitation.Command(
                            VISITOR,
                            secret(reset),
                            "هدى علي",
                            Lang.AR,
                            AddressForm.F,
                            PASSWORD,
                            null))))
        .isInstanceOf(PartyRefused.LinkExpired.class);
  }

  @Test
  void confirmingTwiceIsNoFault() {
    String path = register(anAddress(), PASSWORD).orElseThrow();
    assertThat(confirm(path)).isEqualTo(confirm(path));
  }

  @Test
  void refusesAnExpiredLink() {
    String path = register(anAddress(), PASSWORD).orElseThrow();
    sql.change(
        "UPDATE party_registration SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND"
            + " WHERE secret_hash = ?",
        Secrets.sha256(secret(path)));
    assertThat(refusal(() -> confirm(path))).isInstanceOf(PartyRefused.LinkExpired.class);
    forgetExpired.forget();
    assertThat(registrations.nameOf(secret(path))).isEmpty();
    assertThat(
            sql.number(
                "SELECT COUNT(*) FROM party_registration WHERE secret_hash = ?",
                Secrets.sha256(secret(path))))
        .isZero();
  }

  @Test
  void signingInSaysTheSameWhetherTheAddressHadAnAccountOrNot() {
    EmailAddress known = aConfirmedAccount();
    EmailAddress unknown = anAddress();
    register(known, OTHER);
    register(unknown, OTHER);
    assertThat(refusal(() -> enter(known, OTHER))).isEqualTo(refusal(() -> enter(unknown, OTHER)));
  }

  @Test
  void aSignUpBarsNoInvitationAndIsVoidAfterIt() {
    EmailAddress email = anAddress();
    String signUp = register(email, OTHER).orElseThrow();
    InstitutionId ministry = institutions.byCode("KRG-MOP").orElseThrow().id();
    PartyId officer = accept(invite(email, ministry, Role.REVIEWER));
    assertThat(refusal(() -> confirm(signUp))).isInstanceOf(PartyRefused.LinkExpired.class);
    assertThat(enter(email, PASSWORD).party()).isEqualTo(officer);
  }

  @Test
  void anOfficerWhoIsSwitchedOffIsOutAtOnceAndComesBackByPassword() {
    EmailAddress email = anAddress();
    InstitutionId ministry = institutions.byCode("KRG-MOP").orElseThrow().id();
    PartyId officer = accept(invite(email, ministry, Role.REVIEWER));
    SignIn.SignedIn session = enter(email, PASSWORD);
    String token = token(email, PASSWORD);
    assertThat(actors.byToken(token)).isPresent();
    Actor admin = anAdministrator();

    switchOfficer.handle(new SwitchOfficer.Command(admin, officer, false));

    assertThat(actors.bySession(officer.value(), session.stamp())).isEmpty();
    assertThat(actors.byToken(token)).isEmpty();
    assertThat(refusal(() -> enter(email, PASSWORD))).isInstanceOf(PartyRefused.SwitchedOff.class);
    assertThat(refusal(() -> enter(email, OTHER))).isInstanceOf(PartyRefused.SignInFailed.class);
    assertThat(queries.officersWith(Role.REVIEWER, ministry))
        .extracting(Contact::id)
        .doesNotContain(officer);
    assertThat(queries.officers(List.of(officer))).as("what was done stays").hasSize(1);
    Officers.Officer seen = officer(ministry, officer);
    assertThat(seen.off()).isNotNull();
    assertThat(seen.changedBy())
        .isEqualTo(queries.officers(List.of(admin.party())).get(admin.party()).number());

    switchOfficer.handle(new SwitchOfficer.Command(admin, officer, true));
    assertThat(actors.bySession(officer.value(), session.stamp())).isEmpty();
    assertThat(actors.byToken(token)).isEmpty();
    assertThat(enter(email, PASSWORD).party()).isEqualTo(officer);
    assertThat(officer(ministry, officer).off()).isNull();
    assertThat(
            sql.number(
                "SELECT COUNT(*) FROM party_officer_switch WHERE officer = ?", officer.value()))
        .isEqualTo(2);
  }

  @Test
  void nobodySwitchesOffThemselvesNorAPerson() {
    Actor admin = anAdministrator();
    assertThat(
            refusal(
                () -> switchOfficer.handle(new SwitchOfficer.Command(admin, admin.party(), false))))
        .isInstanceOf(PartyRefused.OwnAccount.class);
    EmailAddress email = aConfirmedAccount();
    PartyId person = enter(email, PASSWORD).party();
    assertThat(refusal(() -> switchOfficer.handle(new SwitchOfficer.Command(admin, person, false))))
        .isInstanceOf(PartyRefused.NoOfficer.class);
    Actor reviewer =
        new Actor(PartyId.next(), Set.of(Role.REVIEWER), new InstitutionId(50), Lang.AR, false);
    assertThat(
            refusal(
                () ->
                    switchOfficer.handle(
                        new SwitchOfficer.Command(reviewer, admin.party(), false))))
        .isInstanceOf(AccessRefused.NotAllowed.class);
  }

  @Test
  void ofAdministratorsWhoSwitchOffOneAnotherAtOnceOneIsLeft() throws Exception {
    Actor one = anAdministrator();
    Actor two = anAdministrator();
    List<PartyId> others =
        queries.officersWith(Role.ADMINISTRATOR).stream()
            .map(Contact::id)
            .filter(id -> !id.equals(one.party()) && !id.equals(two.party()))
            .toList();
    others.forEach(id -> switchOfficer.handle(new SwitchOfficer.Command(one, id, false)));
    try {
      Future<?> first =
          threads.submit(
              () -> switchOfficer.handle(new SwitchOfficer.Command(one, two.party(), false)));
      Refusal second = null;
      try {
        switchOfficer.handle(new SwitchOfficer.Command(two, one.party(), false));
      } catch (Refused refused) {
        second = refused.refusal();
      }
      Refusal other = null;
      try {
        first.get(60, TimeUnit.SECONDS);
      } catch (ExecutionException failed) {
        other = ((Refused) failed.getCause()).refusal();
      }
      assertThat(Arrays.asList(second, other))
          .containsExactlyInAnyOrder(new PartyRefused.LastAdministrator(), null);
      assertThat(queries.officersWith(Role.ADMINISTRATOR)).hasSize(1);
    } finally {
      others.forEach(id -> switchOfficer.handle(new SwitchOfficer.Command(Actor.SYSTEM, id, true)));
    }
  }

  private Officers.Officer officer(InstitutionId institution, PartyId id) {
    return officers.of(institution).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Actor anAdministrator() {
    InstitutionId operator = institutions.byCode(Institutions.OPERATOR).orElseThrow().id();
    PartyId id = accept(invite(anAddress(), operator, Role.ADMINISTRATOR));
    return new Actor(id, Set.of(Role.ADMINISTRATOR), operator, Lang.EN, false);
  }

  @Test
  void tellsOnlyTheOwnerThatAnAddressIsTaken() {
    EmailAddress email = aConfirmedAccount();
    assertThat(register(email, OTHER)).isEmpty();
    assertThat(letters.to(email, PartyEvent.AddressAlreadyKnown.class)).hasSize(1);
    assertThat(enter(email, PASSWORD)).isNotNull();
    assertThat(refusal(() -> enter(email, OTHER))).isInstanceOf(PartyRefused.SignInFailed.class);
  }

  @Test
  void eachLinkOpensTheAccountThatItsOwnSignUpDescribed() {
    EmailAddress email = anAddress();
    String first = register(email, PASSWORD).orElseThrow();
    String second = register(email, OTHER).orElseThrow();
    confirm(first);
    assertThat(enter(email, PASSWORD)).isNotNull();
    assertThat(refusal(() -> enter(email, OTHER))).isInstanceOf(PartyRefused.SignInFailed.class);
    assertThat(refusal(() -> confirm(second))).isInstanceOf(PartyRefused.LinkExpired.class);
  }

  @Test
  void severalSignUpsConfirmedAtOnceMakeOneAccount() throws Exception {
    EmailAddress email = anAddress();
    List<Object> outcomes = atOnce(4, () -> register(email, PASSWORD).orElseThrow());
    assertThat(outcomes).hasSize(4).doesNotHaveDuplicates();
    Iterator<Object> paths = outcomes.iterator();
    List<Object> confirmed =
        atOnce(
            4,
            () -> {
              String path;
              synchronized (paths) {
                path = (String) paths.next();
              }
              return confirm(path);
            });
    assertThat(confirmed).filteredOn(PartyId.class::isInstance).hasSize(1);
    assertThat(confirmed).filteredOn(PartyRefused.LinkExpired.class::isInstance).hasSize(3);
    assertThat(sql.number("SELECT COUNT(*) FROM party WHERE email = ?", email.value()))
        .isEqualTo(1);
  }

  @Test
  void answersAnUnknownAddressLikeAWrongPassword() {
    assertThat(refusal(() -> enter(anAddress(), PASSWORD)))
        .isEqualTo(refusal(() -> enter(aConfirmedAccount(), OTHER)));
    assertThat(
            refusal(
                () -> signIn.handle(new SignIn.Command(VISITOR, "not an address", PASSWORD, null))))
        .isInstanceOf(PartyRefused.SignInFailed.class);
  }

  @Test
  void manyGuessesAtOnceGetNoMoreThanTheLimit() throws Exception {
    EmailAddress email = aConfirmedAccount();
    List<Object> outcomes = atOnce(24, () -> enter(email, OTHER));
    assertThat(outcomes)
        .filteredOn(PartyRefused.SignInFailed.class::isInstance)
        .hasSize(Throttle.SIGN_IN_ACCOUNT.most());
    assertThat(outcomes)
        .filteredOn(PartyRefused.TooManyAttempts.class::isInstance)
        .hasSize(24 - Throttle.SIGN_IN_ACCOUNT.most());
    assertThat(refusal(() -> enter(email, PASSWORD)))
        .isInstanceOf(PartyRefused.TooManyAttempts.class);

    reset(askReset(email), OTHER);
    assertThat(enter(email, OTHER)).isNotNull();
  }

  @Test
  void guessesFromOneAddressForManyAccountsAreThrottledToo() {
    String address = "198.51.100." + Ids.next();
    for (int i = 0; i < Throttle.SIGN_IN_ADDRESS.most(); i++) {
      sql.change(
          "INSERT INTO party_attempt (subject_hash, attempts, until_at)"
              + " VALUES (?, 1, UTC_TIMESTAMP(6) + INTERVAL 15 MINUTE)"
              + " ON DUPLICATE KEY UPDATE attempts = attempts + 1",
          Secrets.sha256(Throttle.SIGN_IN_ADDRESS.kind() + " " + address));
    }
    EmailAddress email = aConfirmedAccount();
    assertThat(
            refusal(
                () -> signIn.handle(new SignIn.Command(VISITOR, email.value(), PASSWORD, address))))
        .isInstanceOf(PartyRefused.TooManyAttempts.class);
  }

  @Test
  void attemptsAreForgottenWhenTheirTimeIsOver() {
    EmailAddress email = aConfirmedAccount();
    for (int i = 0; i < Throttle.SIGN_IN_ACCOUNT.most(); i++) {
      refusal(() -> enter(email, OTHER));
    }
    assertThat(refusal(() -> enter(email, PASSWORD)))
        .isInstanceOf(PartyRefused.TooManyAttempts.class);
    sql.change(
        "UPDATE party_attempt SET until_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND"
            + " WHERE subject_hash = ?",
        Secrets.sha256(Throttle.SIGN_IN_ACCOUNT.kind() + " " + email));
    assertThat(enter(email, PASSWORD)).isNotNull();
  }

  @Test
  void nobodyCanFillAMailbox() {
    EmailAddress email = anAddress();
    for (int i = 0; i < Throttle.LETTER_ACCOUNT.most(); i++) {
      askPasswordReset.handle(new AskPasswordReset.Command(VISITOR, email.value(), null));
    }
    assertThat(
            refusal(
                () ->
                    askPasswordReset.handle(
                        new AskPasswordReset.Command(VISITOR, email.value(), null))))
        .isInstanceOf(PartyRefused.TooManyAttempts.class);
    assertThat(letters.to(email, PartyEvent.PasswordResetAsked.class)).isEmpty();
  }

  @Test
  void aNewPasswordEndsEverySessionAndToken() {
    EmailAddress email = aConfirmedAccount();
    SignIn.SignedIn session = enter(email, PASSWORD);
    String token = token(email, PASSWORD);
    assertThat(actors.byToken(token)).isPresent();

    reset(askReset(email), OTHER);

    assertThat(actors.bySession(session.party().value(), session.stamp())).isEmpty();
    assertThat(actors.byToken(token)).isEmpty();
    assertThat(refusal(() -> enter(email, PASSWORD))).isInstanceOf(PartyRefused.SignInFailed.class);
    assertThat(letters.to(email, PartyEvent.PasswordChanged.class)).hasSize(1);
  }

  @Test
  void aResetLinkWorksOnce() {
    EmailAddress email = aConfirmedAccount();
    String path = askReset(email);
    assertThat(refusal(() -> reset(path, "password123")))
        .isInstanceOf(PartyRefused.PasswordCommon.class);
    reset(path, OTHER);
    assertThat(refusal(() -> reset(path, PASSWORD))).isInstanceOf(PartyRefused.LinkExpired.class);
  }

  @Test
  void changingThePasswordKeepsThePresentSession() {
    EmailAddress email = aConfirmedAccount();
    SignIn.SignedIn before = enter(email, PASSWORD);
    Actor actor = actors.bySession(before.party().value(), before.stamp()).orElseThrow().actor();
    assertThat(
            refusal(
                () -> changePassword.handle(new ChangePassword.Command(actor, "wrong one", OTHER))))
        .isInstanceOf(PartyRefused.PasswordWrong.class);

    SignIn.SignedIn after =
        changePassword.handle(new ChangePassword.Command(actor, PASSWORD, OTHER));

    assertThat(actors.bySession(after.party().value(), after.stamp())).isPresent();
    assertThat(actors.bySession(before.party().value(), before.stamp())).isEmpty();
  }

  @Test
  void anExpiredTokenIsNobodys() {
    EmailAddress email = aConfirmedAccount();
    String token = token(email, PASSWORD);
    sql.change(
        "UPDATE party_token SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND"
            + " WHERE secret_hash = ?",
        Secrets.sha256(token));
    assertThat(actors.byToken(token)).isEmpty();
    assertThat(actors.byToken("guessed")).isEmpty();
  }

  @Test
  void keepsAPasswordUnderTodaysParametersOnceItIsTyped() {
    EmailAddress email = aConfirmedAccount();
    String old =
        com.password4j.Password.hash(PASSWORD)
            .addRandomSalt(16)
            .with(
                com.password4j.Argon2Function.getInstance(
                    2_048, 3, 1, 32, com.password4j.types.Argon2.ID))
            .getResult();
    sql.change("UPDATE party SET password_hash = ? WHERE email = ?", old, email.value());
    enter(email, PASSWORD);
    assertThat(
            sql.one(
                "SELECT password_hash FROM party WHERE email = ?",
                row -> row.getString(1),
                email.value()))
        .hasValueSatisfying(hash -> assertThat(hash).isNotEqualTo(old).startsWith("$argon2id$"));
    assertThat(enter(email, PASSWORD)).isNotNull();
  }

  @Test
  void peopleChangeTheirAccountButNotTheirRights() {
    EmailAddress email = aConfirmedAccount();
    SignIn.SignedIn who = enter(email, PASSWORD);
    Actor actor = actors.bySession(who.party().value(), who.stamp()).orElseThrow().actor();
    changeProfile.handle(
        new ChangeProfile.Command(
            actor, "Shilan Azad", "US", Lang.EN, AddressForm.NEUTRAL, EnumSet.allOf(Role.class)));
    assertThat(actors.bySession(who.party().value(), who.stamp()).orElseThrow().actor().roles())
        .containsExactly(Role.ENTREPRENEUR, Role.INVESTOR);
    assertThat(queries.contact(who.party()).country()).isEqualTo("US");
  }

  @Test
  void officersComeByInvitationAndAreNumbered() {
    InstitutionId ministry = institutions.byCode("IQ-MOMD").orElseThrow().id();
    PartyId first = accept(invite(anAddress(), ministry, Role.REVIEWER));
    PartyId second = accept(invite(anAddress(), ministry, Role.REVIEWER, Role.AUDITOR));

    var officers = queries.officers(List.of(first, second));
    assertThat(officers.get(second).number()).isEqualTo(officers.get(first).number() + 1);
    assertThat(officers.get(first).institution()).isEqualTo(ministry);
    assertThat(queries.officersWith(Role.AUDITOR, ministry))
        .extracting(Contact::id)
        .contains(second)
        .doesNotContain(first);
  }

  @Test
  void anInvitationMakesOneAccountHoweverOftenItIsSent() throws Exception {
    EmailAddress email = anAddress();
    InstitutionId ministry = institutions.byCode("KRG-MOP").orElseThrow().id();
    String path = invite(email, ministry, Role.REVIEWER);
    List<Object> outcomes = atOnce(4, () -> accept(path));
    assertThat(outcomes).filteredOn(PartyId.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(PartyRefused.class::isInstance).hasSize(3);
  }

  @Test
  void aWithdrawnInvitationIsClosed() {
    EmailAddress email = anAddress();
    InstitutionId ministry = institutions.byCode("IQ-MOP").orElseThrow().id();
    String path = invite(email, ministry, Role.REVIEWER);
    long id = invitations.open(secret(path)).id();
    revokeInvitation.handle(new RevokeInvitation.Command(administrator(), id));
    assertThat(refusal(() -> accept(path))).isInstanceOf(PartyRefused.LinkExpired.class);
    assertThat(
            refusal(
                () -> revokeInvitation.handle(new RevokeInvitation.Command(administrator(), id))))
        .isInstanceOf(PartyRefused.InvitationClosed.class);
  }

  @Test
  void refusesInvitationsThatDoNotFit() {
    InstitutionId ministry = institutions.byCode("IQ-MOP").orElseThrow().id();
    InstitutionId operator = institutions.byCode(Institutions.OPERATOR).orElseThrow().id();
    assertThat(refusal(() -> invite(anAddress(), ministry, Role.FINANCE)))
        .isEqualTo(new PartyRefused.RoleNotHere(Role.FINANCE));
    assertThat(refusal(() -> invite(anAddress(), operator, Role.REVIEWER)))
        .isEqualTo(new PartyRefused.RoleNotHere(Role.REVIEWER));
    assertThat(refusal(() -> invite(anAddress(), ministry, Role.INVESTOR)))
        .isEqualTo(new PartyRefused.RoleNotHere(Role.INVESTOR));
    assertThat(refusal(() -> invite(anAddress(), ministry)))
        .isInstanceOf(PartyRefused.RoleNeeded.class);
    assertThat(refusal(() -> invite(aConfirmedAccount(), ministry, Role.REVIEWER)))
        .isInstanceOf(PartyRefused.EmailHasAccount.class);
    Actor reviewer = new Actor(PartyId.next(), Set.of(Role.REVIEWER), ministry, Lang.AR, false);
    assertThat(
            refusal(
                () ->
                    inviteStaff.handle(
                        new InviteStaff.Command(
                            reviewer,
                            anAddress().value(),
                            ministry,
                            Set.of(Role.REVIEWER),
                            Lang.AR))))
        .isInstanceOf(AccessRefused.NotAllowed.class);
  }

  @Test
  void thereIsOneFirstAdministrator() {
    if (!invitations.administratorExists()) {
      String earlier = first();
      String path = first();
      assertThat(refusal(() -> accept(earlier))).isInstanceOf(PartyRefused.LinkExpired.class);
      accept(path);
    }
    assertThat(refusal(this::first)).isInstanceOf(PartyRefused.AdministratorExists.class);
  }

  @Test
  void everyMinistryOfTheGlossaryIsThere() {
    assertThat(institutions.all().stream().filter(i -> i.code().startsWith("IQ-"))).hasSize(23);
    assertThat(institutions.all().stream().filter(Institution::regional).map(Institution::code))
        .hasSizeGreaterThanOrEqualTo(19)
        .allMatch(code -> code.startsWith("KRG-"));
    Institution labour = institutions.byCode("IQ-MOLSA").orElseThrow();
    assertThat(institutions.twins(labour))
        .extracting(Institution::code)
        .containsExactly("KRG-MOLSA");
    assertThat(institutions.byCode("KRG-MOP").orElseThrow().name(Lang.AR))
        .isEqualTo("حكومة إقليم كوردستان، وزارة التخطيط");
  }

  @Test
  void anAdministratorEntersAndChangesInstitutions() {
    String code = "KRG-" + capitals(8);
    InstitutionId id = save(null, code, "A new office", List.of("IQ-MOH"), 0);
    assertThat(institutions.get(id).regional()).isTrue();
    assertThat(institutions.twins(institutions.byCode("IQ-MOH").orElseThrow()))
        .extracting(Institution::code)
        .contains(code);
    assertThat(refusal(() -> save(null, code, "Again", List.of(), 0)))
        .isEqualTo(new PartyRefused.CodeTaken(code));
    save(id, code, "Another name", List.of(), 0);
    assertThat(refusal(() -> save(id, code, "Too late", List.of(), 0)))
        .isInstanceOf(PartyRefused.ChangedMeanwhile.class);
    assertThat(institutions.get(id).nameEn()).isEqualTo("Another name");
    assertThat(refusal(() -> save(id, code, " ", List.of(), 1)))
        .isEqualTo(new PartyRefused.InstitutionNameNeeded(Lang.EN));
    assertThat(refusal(() -> save(null, "MINISTRY", "No code", List.of(), 0)))
        .isInstanceOf(PartyRefused.InvalidCode.class);
    assertThat(refusal(() -> save(id, code, "Twins", List.of("KRG-MOP"), 1)))
        .isEqualTo(new PartyRefused.UnknownTwin("KRG-MOP"));
  }

  @Test
  void countryRulesAreThoseOfTheLaw() {
    CountryRule sweden = countryRules.of("SE");
    assertThat(sweden.modelsOffered()).isEqualTo(CountryRule.MODELS);
    assertThat(sweden.reflectionHours("PROFIT_SHARE")).isEqualTo(96);
    assertThat(sweden.entryTest()).isTrue();
    assertThat(sweden.consentAboveCents()).isEqualTo(100_000L);
    assertThat(countryRules.of("NO").reflectionHours("PROFIT_SHARE")).isEqualTo(96);
    assertThat(countryRules.of("GB").reflectionHours("PROFIT_SHARE")).isEqualTo(24);
    assertThat(countryRules.of("US").modelsOffered())
        .containsExactlyInAnyOrder("GRANT", "QARD_HASAN");
    assertThat(countryRules.of("KP").modelsOffered()).isEmpty();
    assertThat(countryRules.of("AQ").modelsOffered()).isEmpty();
  }

  @Test
  void anAdministratorOpensACountryThatNobodyEntered() {
    offerModels.handle(
        new OfferModels.Command(
            administrator(), "AX", Set.of("GRANT", "NONSENSE"), countryRules.of("AX").version()));
    assertThat(countryRules.of("AX").modelsOffered()).containsExactly("GRANT");
    assertThat(countryRules.of("AX").reason()).isEqualTo("ENTERED");
    assertThat(
            refusal(
                () ->
                    offerModels.handle(
                        new OfferModels.Command(administrator(), "AX", Set.of(), -1))))
        .isInstanceOf(PartyRefused.ChangedMeanwhile.class);
    offerModels.handle(new OfferModels.Command(administrator(), "AX", Set.of(), 0));
    assertThat(countryRules.of("AX").modelsOffered()).isEmpty();
  }

  private Optional<String> register(EmailAddress email, String password) {
    return registerParty.handle(
        new RegisterParty.Command(
            VISITOR,
            "شیلان ئازاد",
            email.value(),
            "SE",
            Lang.CKB,
            AddressForm.F,
            Set.of(Role.INVESTOR),
            password,
            null));
  }

  private PartyId confirm(String path) {
    return confirmEmail.handle(new ConfirmEmail.Command(VISITOR, secret(path), null));
  }

  private EmailAddress aConfirmedAccount() {
    EmailAddress email = anAddress();
    confirm(register(email, PASSWORD).orElseThrow());
    return email;
  }

  private SignIn.SignedIn enter(EmailAddress email, String password) {
    return signIn.handle(new SignIn.Command(VISITOR, email.value(), password, null));
  }

  private String token(EmailAddress email, String password) {
    return issueToken
        .handle(new IssueToken.Command(VISITOR, email.value(), password, null))
        .secret();
  }

  private String askReset(EmailAddress email) {
    askPasswordReset.handle(new AskPasswordReset.Command(VISITOR, email.value(), null));
    var sent = letters.to(email, PartyEvent.PasswordResetAsked.class);
    return sent.get(sent.size() - 1).path();
  }

  private void reset(String path, String password) {
    resetPassword.handle(new ResetPassword.Command(VISITOR, secret(path), password, null));
  }

  private String invite(EmailAddress email, InstitutionId institution, Role... roles) {
    return inviteStaff.handle(
        new InviteStaff.Command(
            administrator(), email.value(), institution, Set.of(roles), Lang.AR));
  }

  private String first() {
    return inviteFirstAdministrator.handle(
        new InviteFirstAdministrator.Command(Actor.SYSTEM, anAddress().value()));
  }

  private PartyId accept(String path) {
    return acceptInvitation.handle(
        new AcceptInvitation.Command(
            VISITOR, secret(path), "هدى علي", Lang.AR, AddressForm.F, PASSWORD, null));
  }

  private InstitutionId save(
      InstitutionId id, String code, String english, List<String> twins, long version) {
    return saveInstitution.handle(
        new SaveInstitution.Command(
            administrator(),
            id,
            code,
            java.util.Map.of(Lang.EN, english, Lang.AR, "دائرة", Lang.CKB, "دەزگا"),
            twins,
            true,
            version));
  }

  private static Actor administrator() {
    return new Actor(
        new PartyId(1), Set.of(Role.ADMINISTRATOR), new InstitutionId(1), Lang.EN, false);
  }

  /** What each of several threads came to: a result or a refusal. */
  private List<Object> atOnce(int times, Callable<?> work) throws Exception {
    List<Future<Object>> running = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      running.add(
          threads.submit(
              () -> {
                try {
                  return work.call();
                } catch (Refused refused) {
                  return refused.refusal();
                }
              }));
    }
    List<Object> outcomes = new ArrayList<>();
    for (Future<Object> one : running) {
      outcomes.add(one.get(60, TimeUnit.SECONDS));
    }
    return outcomes;
  }

  private static Refusal refusal(ThrowingCallable work) {
    Refused refused = catchThrowableOfType(Refused.class, work);
    assertThat(refused).as("refused").isNotNull();
    return refused.refusal();
  }

  private static String secret(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static EmailAddress anAddress() {
    return EmailAddress.of(Ids.text(Ids.next()) + "@example.com");
  }

  private static String capitals(int count) {
    StringBuilder text = new StringBuilder();
    long seed = Ids.next();
    for (int i = 0; i < count; i++) {
      text.append((char) ('A' + Math.floorMod(seed >> (5 * i), 26)));
    }
    return text.toString();
  }
}
