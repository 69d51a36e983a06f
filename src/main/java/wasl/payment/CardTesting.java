package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import wasl.party.PartyId;
import wasl.payment.CardLimit.Subject;
import wasl.payment.CardTrials.Kind;
import wasl.payment.CardTrials.Trial;
import wasl.pledge.PledgeEvent;
import wasl.pledge.PledgeId;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.shared.Secrets;
import wasl.task.FinanceTasks;
import wasl.task.TaskFact;

/**
 * Nobody finds out here which stolen cards still work: tries are counted by account, by address and
 * by card, whether the gateway declines to save a card or to charge it. Who has tried too much
 * waits, is told until when and nothing about any card, and the finance desk is told.
 *
 * <p>A try is written down before it is counted, so that many at once are not more than the limit.
 */
@ApplicationScoped
public class CardTesting {

  @Inject private CardTrials trials;
  @Inject private CardLimits limits;
  @Inject private Attempts attempts;
  @Inject private Cards cards;
  @Inject private FinanceTasks tasks;
  @Inject private Clock clock;

  /**
   * Somebody goes to the gateway's page to save a card.
   *
   * @param address from where; null where that is not known
   * @throws Refused {@link PaymentRefused.TooManyCards}
   */
  void visit(PartyId party, PledgeId pledge, String address) {
    String hash = hash(address);
    String source = "visit-" + Ids.text(Ids.next());
    trials.add(new Trial(Kind.VISIT, party, pledge, hash, null, source), clock.instant());
    try {
      demand(Kind.VISIT, party, hash);
    } catch (Refused refused) {
      // else who only knocks would wait for ever
      trials.forget(source);
      throw refused;
    }
  }

  /**
   * Somebody goes back to a visit that is still open.
   *
   * @param address as for {@link #visit}
   * @throws Refused {@link PaymentRefused.TooManyCards}
   */
  void visitAgain(PartyId party, String address) {
    demand(Kind.VISIT, party, hash(address));
  }

  /**
   * The holder of a card is there and has it charged.
   *
   * @param payment charges it
   * @throws Refused {@link PaymentRefused.TooManyCards}
   */
  <T> T paying(PartyId party, PledgeId pledge, Supplier<T> payment) {
    String hash = trials.addressOf(pledge).orElse(null);
    String fingerprint = cards.fingerprint(pledge).orElse(null);
    String source = "paying-" + Ids.text(Ids.next());
    trials.add(new Trial(Kind.PAYING, party, pledge, hash, fingerprint, source), clock.instant());
    try {
      demand(Kind.PAYING, party, hash);
      return payment.get();
    } finally {
      trials.forget(source);
    }
  }

  /**
   * A charge was declined at which the holder of the card was there, or for which the card was
   * saved just now: a card that is saved during a repair is charged at once.
   */
  void on(@Observes PledgeEvent.PledgeNeedsRepair event) {
    attempts
        .last(event.pledge())
        .filter(last -> last.state() == AttemptState.DECLINED)
        .filter(last -> last.onSession() || attempts.firstOfCardSavedInRepair(last))
        .ifPresent(
            last ->
                declined(
                    event.investor(),
                    event.pledge(),
                    cards.fingerprint(event.pledge()).orElse(null),
                    "attempt-" + last.mark()));
  }

  /**
   * A card was declined.
   *
   * @param source what told of it
   * @return whether the holder may go on trying
   */
  boolean declined(PartyId party, PledgeId pledge, String fingerprint, String source) {
    String hash = trials.addressOf(pledge).orElse(null);
    Instant now = clock.instant();
    trials.add(new Trial(Kind.DECLINED, party, pledge, hash, fingerprint, source), now);
    boolean card = fingerprint == null || usedUp(Subject.CARD, fingerprint, now, null).isEmpty();
    return usedUp(party, hash, now, null).isEmpty() && card;
  }

  /**
   * A card was saved at the gateway. The holder who comes back and the webhook may say so at the
   * same moment: whoever finds it undecided decides it, once.
   *
   * @return whether we take it
   */
  boolean takes(PartyId party, PledgeId pledge, StripeGateway.Card card) {
    if (card.fingerprint() == null) {
      return true;
    }
    Instant now = clock.instant();
    String source = "card-" + card.paymentMethod();
    String hash = trials.addressOf(pledge).orElse(null);
    trials.add(new Trial(Kind.ASKED, party, pledge, hash, card.fingerprint(), source), now);
    if (trials.kind(source).filter(Kind.ASKED::equals).isPresent()) {
      boolean taken = usedUp(Subject.CARD, card.fingerprint(), now, Kind.ASKED).isEmpty();
      trials.decide(source, taken);
    }
    return trials.kind(source).filter(Kind.REFUSED::equals).isEmpty();
  }

  /** Whether the last card that was saved for a pledge was not taken. */
  boolean refusedLast(PledgeId pledge) {
    return trials.lastRefused(pledge);
  }

  /** Refuses whose limits are used up by others than the try that is written down already. */
  private void demand(Kind own, PartyId party, String hash) {
    usedUp(party, hash, clock.instant(), own)
        .ifPresent(
            until -> {
              throw new Refused(new PaymentRefused.TooManyCards(until));
            });
  }

  private Optional<Instant> usedUp(PartyId party, String hash, Instant now, Kind own) {
    Optional<Instant> account = usedUp(Subject.ACCOUNT, party.value(), now, own);
    Optional<Instant> address =
        hash == null ? Optional.empty() : usedUp(Subject.ADDRESS, hash, now, own);
    return account.isPresent() && address.isPresent()
        ? account.filter(until -> until.isAfter(address.get())).or(() -> address)
        : account.or(() -> address);
  }

  /**
   * The latest end of the subject's limits that are used up.
   *
   * @param own the present try's kind: it is among those counted, and may be the last; null where
   *     the question is whether another one may follow
   */
  private Optional<Instant> usedUp(Subject subject, Object value, Instant now, Kind own) {
    Instant latest = null;
    for (CardLimit limit : CardLimit.values()) {
      if (limit.subject == subject) {
        int most = limits.most(limit) + (own != null && limit.counted.counts(own) ? 1 : 0);
        Optional<Instant> until = trials.usedUpUntil(limit, most, value, now);
        if (until.isPresent()) {
          tell(limit, value, until.get());
          latest = latest == null || latest.isBefore(until.get()) ? until.get() : latest;
        }
      }
    }
    return Optional.ofNullable(latest);
  }

  /** Once for the same tries: who was told and has closed it has seen them. */
  private void tell(CardLimit limit, Object subject, Instant until) {
    String who =
        limit.subject == Subject.ACCOUNT ? new PartyId((Long) subject).toString() : brief(subject);
    String about = limit.subject + ":" + who;
    if (tasks.closedByHand(CardTask.CARD_TESTING, about, until.minus(limit.per))) {
      return;
    }
    tasks.open(
        CardTask.CARD_TESTING,
        about,
        null,
        TaskFact.word("cardLimit", "payment.cardLimit." + limit),
        TaskFact.number("most", limits.most(limit)),
        TaskFact.code("who", who),
        TaskFact.instant("until", until));
  }

  /** Enough of a hash to tell one from another. */
  private static String brief(Object hash) {
    String text = hash.toString();
    return text.length() > 16 ? text.substring(0, 16) : text;
  }

  /** The machine's own addresses say nothing about who is there. */
  private static String hash(String address) {
    boolean known =
        address != null && !address.startsWith("127.") && !address.equals("0000000000000000/64");
    return known ? Secrets.sha256("card-trial " + address) : null;
  }
}
