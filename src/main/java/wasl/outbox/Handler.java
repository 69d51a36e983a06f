package wasl.outbox;

import wasl.shared.DomainEvent;

/**
 * Acts on an event outside its transaction. Called at least once for each event: must be idempotent
 * by the event's id. Runs without a transaction; whatever it changes goes through use cases.
 *
 * @param <E> the event's type; a record that JSON-B can write and read
 */
public interface Handler<E extends DomainEvent> {

  /** The name in the outbox, stable for ever: {@code pledge.confirmation-mail}. */
  String name();

  /** The type of event that this handler wants. */
  Class<E> type();

  /** The lane in which it runs. */
  Lane lane();

  /**
   * Does the work.
   *
   * @param messageId the id of this piece of work, the same at each repetition
   * @throws Exception any failure: tried again later, with growing pauses
   */
  void handle(long messageId, E event) throws Exception;
}
