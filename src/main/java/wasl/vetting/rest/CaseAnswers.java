package wasl.vetting.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.vetting.CaseFile;
import wasl.vetting.CaseFiles;
import wasl.vetting.CaseId;
import wasl.vetting.ProposalId;
import wasl.vetting.SaveReview;
import wasl.vetting.VettingRefused;

/**
 * What the resources of cases have in common: the case after an action, as its reader may see it.
 */
@ApplicationScoped
public class CaseAnswers {
  @Inject private CaseFiles files;
  @Inject private SaveReview saveReview;
  @Inject private CurrentActor actor;
  @Inject private Clock clock;

  static CaseId id(String text) {
    return CaseId.parse(text).orElseThrow(() -> new Refused(new VettingRefused.NotFound()));
  }

  CaseJson of(CaseId id, String accepted) {
    return CaseJson.of(file(id), Lang.accepted(accepted));
  }

  Response created(CaseId id, String accepted) {
    return Response.status(Response.Status.CREATED).entity(of(id, accepted)).build();
  }

  void save(CaseId id, ReviewJson review) {
    saveReview.handle(
        new SaveReview.Command(actor.get(), id, review.answers(file(id)), review.scoreMap(), null));
  }

  /** The proposal that is meant: the one that waits where none is named. */
  ProposalId proposal(CaseId id, String named) {
    if (named != null) {
      return ProposalId.parse(named)
          .orElseThrow(() -> new Refused(new VettingRefused.ProposalChanged()));
    }
    CaseFile.ProposalView pending = file(id).pending();
    return pending == null ? null : pending.id();
  }

  private CaseFile file(CaseId id) {
    return files.of(actor.get(), id, clock.instant());
  }
}
