package wasl.vetting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import wasl.listing.ListingAction;
import wasl.listing.Section;
import wasl.party.CurrentActor;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Texts;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;
import wasl.vetting.CaseFile;
import wasl.vetting.CaseFiles;
import wasl.vetting.CaseRow;
import wasl.vetting.CaseState;
import wasl.vetting.VettingQueries;
import wasl.vetting.VettingRecordView;

/** {@code /desk/{case}}: one case; what a reviewer does with it stands in the parts beside. */
@Named
@RequestScoped
public class CasePage {
  private static final int QUEUE = 12;

  @Inject private CaseFields fields;
  @Inject private CaseFiles files;
  @Inject private VettingQueries queries;
  @Inject private CurrentActor actor;
  @Inject private PageMessages messages;
  @Inject private Clock clock;

  private CaseFile file;
  private List<VettingRecordView.OpinionView> reasons;

  /** Refuses whoever may not read this case. */
  public void load() {
    getFile();
  }

  /** The case; read anew after a refusal, so that the page shows what has happened meanwhile. */
  public CaseFile getFile() {
    if (file == null) {
      file = files.of(actor.get(), fields.id(), clock.instant());
    }
    return file;
  }

  /** The cases beside this one that are open. */
  public List<CaseRow> getQueue() {
    return queries
        .queue(
            actor.get(), VettingQueries.QueueFilter.OPEN, new Page.Wish(0, QUEUE), clock.instant())
        .items();
  }

  /** The public reasons of a decided case; none before. */
  public List<VettingRecordView.OpinionView> getReasons() {
    if (getFile().row().state() != CaseState.DECIDED) {
      return List.of();
    }
    if (reasons == null) {
      reasons =
          queries.record(getFile().row().listing().id()).stream()
              .flatMap(record -> record.opinions().stream())
              .filter(opinion -> opinion.summary() != null)
              .toList();
    }
    return reasons;
  }

  public Section[] getSections() {
    return Section.values();
  }

  /** The names of the sections that came back changed. */
  public String getChangedNames() {
    return names(getFile().changed());
  }

  /** Whether a section came back changed. */
  public boolean changed(String section) {
    return getFile().changed().contains(Section.valueOf(section));
  }

  /** Whether the listing's life cycle allows an action now. */
  public boolean allows(String action) {
    return getFile().listingActions().contains(ListingAction.valueOf(action));
  }

  /** Whether a condition was reported as met and waits for a confirmation. */
  public boolean isConditionsWait() {
    return getFile().conditions().stream()
        .anyMatch(each -> each.doneAt() != null && each.confirmedAt() == null);
  }

  /** The 13 characters of an id. */
  public String code(long id) {
    return Ids.text(id);
  }

  /** Sections by name. */
  public String names(Iterable<Section> sections) {
    List<String> names = new ArrayList<>();
    sections.forEach(each -> names.add(Texts.in(fields.lang()).get("listing.section." + each)));
    return String.join(fields.lang() == Lang.EN ? ", " : "، ", names);
  }

  /**
   * Does the work of a button and shows the case anew; after a refusal with what has happened
   * meanwhile.
   */
  void act(Runnable work, String done, String next) {
    try {
      work.run();
    } catch (RuntimeException refused) {
      file = null;
      throw refused;
    }
    messages.flash("ok", done);
    PageLinks.here().go(next);
  }
}
