package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import wasl.listing.Conditions;
import wasl.listing.ListingId;
import wasl.listing.Section;
import wasl.party.Institution;
import wasl.party.Institutions;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.shared.Lang;
import wasl.shared.Remembered;
import wasl.shared.Sql;
import wasl.vetting.CaseSteps.StepKind;
import wasl.vetting.VettingRecordView.ConditionView;
import wasl.vetting.VettingRecordView.DecisionView;
import wasl.vetting.VettingRecordView.MomentView;
import wasl.vetting.VettingRecordView.Opinion;
import wasl.vetting.VettingRecordView.OpinionView;

/** Puts vetting records together. */
@ApplicationScoped
public class VettingRecords {
  private static final String OFFICER_NUMBER = "%s-%04d";

  @Inject private Sql sql;
  @Inject private Cases cases;
  @Inject private Conditions conditions;
  @Inject private Institutions institutions;
  @Inject private PartyQueries parties;
  @Inject private Calendar calendar;
  @Inject private Clock clock;

  private final Map<PartyId, String> known = new ConcurrentHashMap<>();

  private final Remembered<ListingId, Optional<VettingRecordView>> shown =
      new Remembered<>(Duration.ofSeconds(3), 5_000, this::of);

  private record Decided(
      Outcome outcome, String summary, Lang lang, PartyId by, PartyId and, Instant at) {}

  private record Step(StepKind kind, PartyId officer, String text, Instant at) {}

  Optional<VettingRecordView> of(ListingId listing) {
    return cases.newest(listing).map(this::record);
  }

  /** The record as visitors see it, at most three seconds old. */
  Optional<VettingRecordView> shown(ListingId listing) {
    return shown.get(listing);
  }

  private VettingRecordView record(Case file) {
    List<Decided> decisions = decisions(file.id());
    List<Step> steps = steps(file.id());
    Map<PartyId, String> numbers = numbers(people(decisions, steps));
    Decided last = decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
    List<ConditionView> attached = conditions(file.listing());
    return new VettingRecordView(
        file.id(),
        file.state(),
        List.of(opinion(file, decisions, attached)),
        last == null
            ? null
            : new DecisionView(
                last.outcome(), numbers.get(last.by()), numbers.get(last.and()), last.at()),
        attached,
        steps.stream().filter(step -> step.kind().shown()).map(s -> moment(s, numbers)).toList());
  }

  private OpinionView opinion(Case file, List<Decided> decisions, List<ConditionView> attached) {
    // A stop comes after the opinion and does not take its place.
    Decided said =
        decisions.stream()
            .filter(each -> each.outcome() != Outcome.STOP)
            .reduce((first, second) -> second)
            .orElse(null);
    Opinion opinion = null;
    if (said != null) {
      opinion =
          said.outcome() == Outcome.REJECT
              ? Opinion.OBJECT
              : attached.isEmpty() ? Opinion.SUPPORT : Opinion.SUPPORT_WITH_CONDITIONS;
    }
    return new OpinionView(
        institutions.get(file.institution()),
        VettingRecordView.Part.LEAD,
        opinion,
        said == null ? null : said.summary(),
        said == null ? null : said.lang(),
        file.daysTaken(calendar.of(file.institution()), clock.instant()),
        file.workingDays());
  }

  List<ConditionView> conditions(ListingId listing) {
    return conditions.of(listing).stream()
        .map(
            each ->
                new ConditionView(
                    each.id(),
                    each.text(),
                    each.lang(),
                    each.precondition(),
                    each.doneNote(),
                    each.doneAt(),
                    each.confirmedAt()))
        .toList();
  }

  /** The whole time line of a case, also what is not public. */
  List<MomentView> timeline(CaseId file) {
    List<Step> steps = steps(file);
    Map<PartyId, String> numbers = numbers(people(List.of(), steps));
    return steps.stream().map(step -> moment(step, numbers)).toList();
  }

  private static MomentView moment(Step step, Map<PartyId, String> numbers) {
    boolean sections =
        step.kind() == StepKind.CHANGES_REQUESTED || step.kind() == StepKind.RESUBMITTED;
    List<Section> named =
        sections && step.text() != null && !step.text().isBlank()
            ? Arrays.stream(step.text().split(" ")).map(Section::valueOf).toList()
            : List.of();
    return new MomentView(
        step.kind(), step.at(), named, sections ? null : step.text(), numbers.get(step.officer()));
  }

  /** The public numbers of officers: {@code IQ-MOMD-0007}. An officer keeps it for ever. */
  Map<PartyId, String> numbers(Collection<PartyId> people) {
    List<PartyId> unknown = people.stream().filter(each -> !known.containsKey(each)).toList();
    if (!unknown.isEmpty()) {
      for (PartyQueries.Officer officer : parties.officers(unknown).values()) {
        Institution institution = institutions.get(officer.institution());
        known.put(
            officer.id(),
            String.format(Locale.ROOT, OFFICER_NUMBER, institution.code(), officer.number()));
      }
    }
    return people.stream()
        .filter(known::containsKey)
        .collect(Collectors.toMap(id -> id, known::get));
  }

  private static Set<PartyId> people(List<Decided> decisions, List<Step> steps) {
    Set<PartyId> people = new HashSet<>();
    decisions.forEach(each -> people.addAll(List.of(each.by(), each.and())));
    steps.stream().map(Step::officer).filter(each -> each != null).forEach(people::add);
    return people;
  }

  private List<Decided> decisions(CaseId file) {
    return sql.list(
        "SELECT p.outcome, p.summary, p.lang, d.proposed_by, d.confirmed_by, d.decided_at"
            + " FROM vetting_decision d JOIN vetting_proposal p ON p.id = d.proposal_id"
            + " WHERE d.case_id = ? ORDER BY d.round",
        row ->
            new Decided(
                Outcome.valueOf(row.getString("outcome")),
                row.getString("summary"),
                Lang.valueOf(row.getString("lang")),
                new PartyId(row.getLong("proposed_by")),
                new PartyId(row.getLong("confirmed_by")),
                Sql.instant(row, "decided_at")),
        file.value());
  }

  private List<Step> steps(CaseId file) {
    return sql.list(
        "SELECT kind, officer_id, text, happened_at FROM vetting_step WHERE case_id = ?"
            + " ORDER BY id LIMIT 500",
        row -> {
          long officer = row.getLong("officer_id");
          return new Step(
              StepKind.valueOf(row.getString("kind")),
              officer == 0 ? null : new PartyId(officer),
              row.getString("text"),
              Sql.instant(row, "happened_at"));
        },
        file.value());
  }
}
