package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import wasl.outbox.Handler;
import wasl.party.PartyQueries;
import wasl.payment.DeclineReason;
import wasl.payment.RefundTerms;
import wasl.pledge.PledgeEvent;
import wasl.pledge.PledgeEvent.PledgeCancelled;
import wasl.pledge.PledgeEvent.PledgeChanged;
import wasl.pledge.PledgeEvent.PledgeChargeAnnounced;
import wasl.pledge.PledgeEvent.PledgeChargeReturned;
import wasl.pledge.PledgeEvent.PledgeChargedBack;
import wasl.pledge.PledgeEvent.PledgeCollected;
import wasl.pledge.PledgeEvent.PledgeConfirmed;
import wasl.pledge.PledgeEvent.PledgeDisputeWon;
import wasl.pledge.PledgeEvent.PledgeDisputed;
import wasl.pledge.PledgeEvent.PledgeDropped;
import wasl.pledge.PledgeEvent.PledgeExpired;
import wasl.pledge.PledgeEvent.PledgeNeedsRepair;
import wasl.pledge.PledgeEvent.PledgePaidBack;
import wasl.pledge.PledgeEvent.PledgePartChargedBack;
import wasl.pledge.PledgeEvent.PledgePartRefunded;
import wasl.pledge.PledgeEvent.PledgePlaced;
import wasl.pledge.PledgeEvent.PledgeReflecting;
import wasl.pledge.PledgeEvent.PledgeRefundFailed;
import wasl.pledge.PledgeEvent.PledgeRefunded;
import wasl.pledge.PledgeEvent.PledgeRefunding;
import wasl.pledge.PledgeEvent.PledgeReleased;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeState;
import wasl.pledge.PledgeView;
import wasl.shared.Lang;
import wasl.shared.Texts;

/** Letters to investors about their pledges. */
@ApplicationScoped
public class PledgeLetters {
  @Inject private Delivery delivery;
  @Inject private PledgeQueries pledges;
  @Inject private PartyQueries parties;
  @Inject private RefundTerms terms;

  @Inject
  @ConfigProperty(name = "wasl.statement.descriptor", defaultValue = "WASL")
  private String descriptor;

  /** Whoever holds the mail may save a card without signing in; the notice needs no such link. */
  @Produces
  Handler<PledgePlaced> placed() {
    return delivery.handler(
        "notice.pledge-placed",
        PledgePlaced.class,
        event ->
            pledges
                .find(event.pledge())
                // a card that is saved by now, or a pledge that is over, needs no card any more
                .filter(pledge -> pledge.state() == PledgeState.STARTED)
                .map(
                    pledge ->
                        letter(
                                event,
                                NoticeKind.PLEDGE_PLACED,
                                pledge,
                                own(pledge),
                                Map.of("until", pledge.waitsUntil()))
                            .mailing("/pay/" + pledge.payToken()))
                .map(List::of)
                .orElse(List.of()));
  }

  @Produces
  Handler<PledgeReflecting> reflecting() {
    return simple(
        "notice.pledge-reflecting",
        PledgeReflecting.class,
        NoticeKind.PLEDGE_REFLECTING,
        event -> Map.of("until", event.until()));
  }

  @Produces
  Handler<PledgeConfirmed> firm() {
    return delivery.handler(
        "notice.pledge-firm",
        PledgeConfirmed.class,
        event ->
            letters(
                event,
                NoticeKind.PLEDGE_FIRM,
                PledgeLetters::own,
                pledge ->
                    Map.of(
                        "deadline", pledge.listing().deadline(), "until", pledge.cancelUntil())));
  }

  @Produces
  Handler<PledgeChanged> changed() {
    return simple(
        "notice.pledge-changed", PledgeChanged.class, NoticeKind.PLEDGE_CHANGED, event -> Map.of());
  }

  @Produces
  Handler<PledgeChargeAnnounced> chargeAnnounced() {
    return simple(
        "notice.charge-announced",
        PledgeChargeAnnounced.class,
        NoticeKind.CHARGE_ANNOUNCED,
        event -> Map.of("until", event.cancelUntil(), "date", event.chargedAt()));
  }

  @Produces
  Handler<PledgeCancelled> cancelled() {
    return simple(
        "notice.pledge-cancelled",
        PledgeCancelled.class,
        NoticeKind.PLEDGE_CANCELLED,
        event -> Map.of());
  }

  @Produces
  Handler<PledgeExpired> expired() {
    return simple(
        "notice.pledge-expired", PledgeExpired.class, NoticeKind.PLEDGE_EXPIRED, event -> Map.of());
  }

  @Produces
  Handler<PledgeReleased> released() {
    return simple(
        "notice.pledge-released",
        PledgeReleased.class,
        NoticeKind.PLEDGE_RELEASED,
        event -> Map.of());
  }

  @Produces
  Handler<PledgeCollected> collected() {
    return simple(
        "notice.pledge-collected",
        PledgeCollected.class,
        NoticeKind.PLEDGE_COLLECTED,
        event -> Map.of());
  }

  @Produces
  Handler<PledgeNeedsRepair> repair() {
    return delivery.handler(
        "notice.pledge-repair",
        PledgeNeedsRepair.class,
        event ->
            // where the project was stopped there is nothing to repair, only a pledge that is over
            event.reason().equals(DeclineReason.STOPPED.name())
                ? List.of()
                : letters(
                    event,
                    NoticeKind.PLEDGE_REPAIR,
                    pledge -> own(pledge) + "/repair",
                    pledge -> whyAndUntil(event, pledge)));
  }

  private static Map<String, Object> whyAndUntil(PledgeNeedsRepair event, PledgeView pledge) {
    Function<Lang, String> reason =
        lang -> Texts.in(lang).get("payment.declineReason." + event.reason());
    Instant until = pledge.listing().collectingUntil();
    return Map.of("reason", reason, "until", until == null ? pledge.listing().deadline() : until);
  }

  @Produces
  Handler<PledgeDropped> dropped() {
    return simple(
        "notice.pledge-dropped", PledgeDropped.class, NoticeKind.PLEDGE_DROPPED, event -> Map.of());
  }

  @Produces
  Handler<PledgeRefunding> refunding() {
    return simple(
        "notice.pledge-refunding",
        PledgeRefunding.class,
        NoticeKind.PLEDGE_REFUNDING,
        event -> Map.of());
  }

  /** After parts, or where less lay there than was collected, another sum than the pledge's. */
  @Produces
  Handler<PledgeRefunded> refunded() {
    return simple(
        "notice.pledge-refunded",
        PledgeRefunded.class,
        NoticeKind.PLEDGE_REFUNDED,
        event ->
            terms
                .givenBack(event.pledge())
                .<Map<String, Object>>map(given -> Map.of("total", given))
                .orElse(Map.of()));
  }

  @Produces
  Handler<PledgePartRefunded> partRefunded() {
    return simple(
        "notice.pledge-part-refunded",
        PledgePartRefunded.class,
        NoticeKind.PLEDGE_PART_REFUNDED,
        event -> Map.of("part", event.part()));
  }

  @Produces
  Handler<PledgeChargeReturned> chargeReturned() {
    return simple(
        "notice.pledge-charge-returned",
        PledgeChargeReturned.class,
        NoticeKind.PLEDGE_CHARGE_RETURNED,
        event -> Map.of("returned", event.returned()));
  }

  @Produces
  Handler<PledgeRefundFailed> refundFailed() {
    return simple(
        "notice.pledge-refund-failed",
        PledgeRefundFailed.class,
        NoticeKind.PLEDGE_REFUND_FAILED,
        event -> Map.of());
  }

  @Produces
  Handler<PledgePaidBack> paidBack() {
    return simple(
        "notice.pledge-paid-back",
        PledgePaidBack.class,
        NoticeKind.PLEDGE_PAID_BACK,
        event -> Map.of("paid", event.paid()));
  }

  @Produces
  Handler<PledgeDisputed> disputed() {
    return simple(
        "notice.pledge-disputed",
        PledgeDisputed.class,
        NoticeKind.PLEDGE_DISPUTED,
        event -> Map.of());
  }

  @Produces
  Handler<PledgeDisputeWon> disputeWon() {
    return simple(
        "notice.pledge-dispute-won",
        PledgeDisputeWon.class,
        NoticeKind.PLEDGE_DISPUTE_WON,
        event -> Map.of());
  }

  @Produces
  Handler<PledgeChargedBack> chargedBack() {
    return simple(
        "notice.pledge-charged-back",
        PledgeChargedBack.class,
        NoticeKind.PLEDGE_CHARGED_BACK,
        event -> Map.of());
  }

  @Produces
  Handler<PledgePartChargedBack> partChargedBack() {
    return simple(
        "notice.pledge-part-charged-back",
        PledgePartChargedBack.class,
        NoticeKind.PLEDGE_PART_CHARGED_BACK,
        event -> Map.of("part", event.part()));
  }

  private <E extends PledgeEvent> Handler<E> simple(
      String name, Class<E> type, NoticeKind kind, Function<E, Map<String, Object>> more) {
    return delivery.handler(
        name, type, event -> letters(event, kind, PledgeLetters::own, pledge -> more.apply(event)));
  }

  private List<Letter> letters(
      PledgeEvent event,
      NoticeKind kind,
      Function<PledgeView, String> path,
      Function<PledgeView, Map<String, Object>> more) {
    return pledges
        .find(event.pledge())
        .map(pledge -> letter(event, kind, pledge, path.apply(pledge), more.apply(pledge)))
        .map(List::of)
        .orElse(List.of());
  }

  private Letter letter(
      PledgeEvent event,
      NoticeKind kind,
      PledgeView pledge,
      String path,
      Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>();
    values.put("amount", pledge.amount());
    values.put("total", pledge.total());
    values.put("descriptor", descriptor);
    values.putAll(more);
    return new Letter(
        Reader.of(parties.contact(event.investor())),
        kind,
        ProjectLetters.with(pledge.listing(), values),
        path,
        true);
  }

  private static String own(PledgeView pledge) {
    return "/my/pledges/" + pledge.id();
  }
}
