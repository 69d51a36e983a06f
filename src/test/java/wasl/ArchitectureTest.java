package wasl;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wasl.ledger.JournalEntry;
import wasl.party.Actor;
import wasl.pledge.CardAtGateway;
import wasl.pledge.PledgeEvent;
import wasl.shared.DueWork;
import wasl.shared.Features;
import wasl.shared.GatewayWork;
import wasl.shared.Lang;

/** The plan of the house (docs/architecture.md), held against every class. */
@AnalyzeClasses(packages = "wasl", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Pattern BANNED =
      Pattern.compile(
          ".*(Manager|Helper|Util|Utils|Impl|Dto|DTO|Bean)$|^(Default|Abstract|Base)[A-Z].*");

  private static final DescribedPredicate<JavaClass> SANDBOX =
      resideInAnyPackage("wasl.sandbox..", "wasl.launch..", "wasl.bench..");

  private static final DescribedPredicate<JavaClass> FEATURE = DescribedPredicate.not(SANDBOX);

  private static final DescribedPredicate<JavaClass> WEB_OR_REST =
      resideInAnyPackage("wasl.*.web..", "wasl.*.rest..");

  @ArchTest
  static final ArchRule features_use_only_those_before_them =
      classes()
          .that(FEATURE)
          .should(
              new ArchCondition<>("depend only on features before their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  int own = place(type);
                  type.getDirectDependenciesFromSelf().stream()
                      .filter(dependency -> place(dependency.getTargetClass()) > own)
                      .forEach(
                          dependency ->
                              events.add(
                                  SimpleConditionEvent.violated(
                                      dependency, dependency.getDescription())));
                }
              });

  @ArchTest
  static final ArchRule every_package_is_a_feature_of_the_list =
      classes()
          .that(FEATURE)
          .should(
              new ArchCondition<>("belong to a feature named in Features.IN_ORDER") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  if (place(type) < 0) {
                    events.add(SimpleConditionEvent.violated(type, type.getName()));
                  }
                }
              });

  @ArchTest
  static final ArchRule no_cycles = slices().matching("wasl.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_core_knows_neither_pages_nor_resources =
      noClasses()
          .that(FEATURE)
          .and(DescribedPredicate.not(WEB_OR_REST))
          .should()
          .dependOnClassesThat(
              WEB_OR_REST.or(
                  resideInAnyPackage(
                      "jakarta.faces..",
                      "jakarta.ws.rs..",
                      "jakarta.servlet..",
                      "org.primefaces..")));

  @ArchTest
  static final ArchRule pages_and_resources_never_touch_persistence =
      noClasses()
          .that(WEB_OR_REST)
          .should()
          .dependOnClassesThat(resideInAPackage("jakarta.persistence.."));

  /** Nobody fires it: its rows and the pledge's go to the database in one trip (ADR 22). */
  @ArchTest
  static final ArchRule nobody_waits_for_an_event_that_is_never_fired =
      noMethods()
          .that()
          .areDeclaredInClassesThat(FEATURE)
          .should(
              ArchConditions.have(
                  DescribedPredicate.<JavaMethod>describe(
                      "a parameter that observes PledgePlaced",
                      method ->
                          method.getParameters().stream()
                              .filter(it -> it.isAnnotatedWith(Observes.class))
                              .map(it -> it.getRawType())
                              .anyMatch(
                                  it ->
                                      it.isAssignableTo(PledgeEvent.class)
                                          && it.isAssignableFrom(
                                              PledgeEvent.PledgePlaced.class)))));

  @ArchTest
  static final ArchRule nothing_uses_the_sandbox =
      noClasses().that(FEATURE).should().dependOnClassesThat(SANDBOX);

  @ArchTest
  static final ArchRule the_present_comes_from_the_clock =
      noClasses()
          .that(FEATURE)
          .should()
          .callMethodWhere(
              describe(
                  "java.time's now() without a clock",
                  call ->
                      call.getTarget().getName().equals("now")
                          && call.getTarget().getOwner().getPackageName().startsWith("java.time")
                          && call.getTarget().getRawParameterTypes().stream()
                              .noneMatch(type -> type.getName().equals("java.time.Clock"))))
          .as("no zero-argument now(): an instant comes in, from the injected clock");

  @ArchTest
  static final ArchRule nothing_floats =
      fields()
          .that()
          .areDeclaredInClassesThat(FEATURE)
          .should(
              new ArchCondition<>("be neither float nor double") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                  if (FLOATING.contains(field.getRawType().getName())) {
                    events.add(SimpleConditionEvent.violated(field, field.getDescription()));
                  }
                }
              });

  @ArchTest
  static final ArchRule no_parameter_floats =
      methods().that().areDeclaredInClassesThat(FEATURE).should(takeNothingFloating());

  @ArchTest
  static final ArchRule no_constructor_parameter_floats =
      constructors()
          .that()
          .areDeclaredInClassesThat(FEATURE)
          .and()
          .areDeclaredInClassesThat()
          .areNotAnonymousClasses()
          .should(takeNothingFloating());

  @ArchTest
  static final ArchRule only_forms_have_setters =
      noMethods()
          .that()
          .areDeclaredInClassesThat(FEATURE)
          .and()
          .areDeclaredInClassesThat(DescribedPredicate.not(resideInAPackage("wasl.*.web..")))
          .and()
          .areDeclaredInClassesThat(
              describe("are no forms", type -> !type.getSimpleName().endsWith("Form")))
          .should()
          .haveNameMatching("set[A-Z].*");

  @ArchTest
  static final ArchRule transactions_begin_at_use_cases_and_the_relay =
      classes()
          .that(FEATURE)
          .should(
              new ArchCondition<>(
                  "be @Transactional only as a use case, due work, the relay, or a step that is"
                      + " always a transaction of its own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  boolean transactional =
                      type.isAnnotatedWith(Transactional.class)
                          || type.getMethods().stream()
                              .filter(method -> method.isAnnotatedWith(Transactional.class))
                              .map(method -> method.getAnnotationOfType(Transactional.class))
                              .anyMatch(own -> own.value() != TxType.REQUIRES_NEW);
                  boolean mayBegin =
                      type.getMethods().stream().anyMatch(m -> m.getName().equals("handle"))
                          || type.isAssignableTo(DueWork.class)
                          || type.getPackageName().equals("wasl.outbox");
                  if (transactional && !mayBegin) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " begins one"));
                  }
                }
              });

  @ArchTest
  static final ArchRule due_work_that_calls_the_gateway_says_so =
      classes()
          .that(FEATURE)
          .and()
          .areAssignableTo(DueWork.class)
          .and(
              describe(
                  "call the gateway",
                  type ->
                      type.getDirectDependenciesFromSelf().stream()
                          .map(one -> one.getTargetClass())
                          .anyMatch(
                              used ->
                                  used.getSimpleName().startsWith("Stripe")
                                      || used.isEquivalentTo(CardAtGateway.class))))
          .should()
          .beAssignableTo(GatewayWork.class);

  @ArchTest
  static final ArchRule use_cases_have_one_public_handle =
      classes()
          .that(FEATURE)
          .and()
          .areAnnotatedWith(Transactional.class)
          .and(
              describe(
                  "are use cases",
                  type -> type.getMethods().stream().anyMatch(m -> m.getName().equals("handle"))))
          .should(
              new ArchCondition<>("have one public method") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  List<String> open =
                      type.getMethods().stream()
                          .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                          .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                          .map(JavaMember::getName)
                          .toList();
                  boolean dueWork = type.isAssignableTo(DueWork.class);
                  if (!dueWork && open.size() != 1) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " " + open));
                  }
                }
              })
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule commands_begin_with_who_acts =
      classes()
          .that(FEATURE)
          .and()
          .haveSimpleName("Command")
          .should(
              new ArchCondition<>("name the actor first, as by, where somebody acts") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  RecordComponent[] parts = type.reflect().getRecordComponents();
                  for (int i = 0; i < parts.length; i++) {
                    boolean actor = parts[i].getType() == Actor.class;
                    if (actor && (i > 0 || !parts[i].getName().equals("by"))) {
                      events.add(SimpleConditionEvent.violated(type, type.getName()));
                    }
                  }
                }
              })
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule the_gateways_library_stays_in_payment =
      noClasses()
          .that(FEATURE)
          .and(
              describe(
                  "are not payment's Stripe classes",
                  type ->
                      !(type.getPackageName().equals("wasl.payment")
                          && outermost(type).getSimpleName().startsWith("Stripe"))))
          .should()
          .dependOnClassesThat(resideInAPackage("com.stripe.."));

  @ArchTest
  static final ArchRule only_recipes_build_journals =
      noClasses()
          .that(FEATURE)
          .and(
              describe(
                  "are no …Postings",
                  type -> !outermost(type).getSimpleName().endsWith("Postings")))
          .should()
          .callConstructorWhere(
              describe(
                  "new JournalEntry",
                  call -> call.getTarget().getOwner().isEquivalentTo(JournalEntry.class)));

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      classes()
          .that(FEATURE)
          .should(
              new ArchCondition<>("not be a Manager, Helper, Util, Impl, Default…, Abstract…") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  if (BANNED.matcher(type.getSimpleName()).matches()) {
                    events.add(SimpleConditionEvent.violated(type, type.getName()));
                  }
                }
              });

  @ArchTest
  static void every_feature_says_what_it_is(JavaClasses all) {
    Set<String> present =
        all.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.split("\\."))
            .filter(parts -> parts.length > 1)
            .map(parts -> parts[1])
            .collect(Collectors.toSet());
    for (String feature : Features.IN_ORDER) {
      if (present.contains(feature)) {
        assertThat(Path.of("src/main/java/wasl", feature, "package-info.java")).exists();
        Path bundles = Path.of("src/main/resources/wasl", feature);
        assertThat(bundles.resolve("messages.properties")).exists();
        for (Lang lang : Lang.values()) {
          assertThat(bundles.resolve("messages_" + lang.code() + ".properties")).exists();
        }
      }
    }
  }

  private static final Set<String> FLOATING =
      Set.of("float", "double", "java.lang.Float", "java.lang.Double");

  private static <T extends JavaCodeUnit> ArchCondition<T> takeNothingFloating() {
    return new ArchCondition<>("take neither float nor double") {
      @Override
      public void check(T unit, ConditionEvents events) {
        unit.getRawParameterTypes().stream()
            .filter(type -> FLOATING.contains(type.getName()))
            .forEach(
                type -> events.add(SimpleConditionEvent.violated(unit, unit.getDescription())));
      }
    };
  }

  private static int place(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return parts.length < 2 || !parts[0].equals("wasl") || SANDBOX.test(type)
        ? -1
        : Features.IN_ORDER.indexOf(parts[1]);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }
}
