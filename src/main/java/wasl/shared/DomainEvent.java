package wasl.shared;

/**
 * Something that has happened, told inside the transaction that made it happen by CDI's {@code
 * Event<DomainEvent>}. Whoever must act outside the transaction listens through the outbox.
 */
public interface DomainEvent {}
