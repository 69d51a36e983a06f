package wasl.outbox;

import wasl.shared.DomainEvent;

/** An event for tests; each test recognises its own by the text. */
public record ProbeEvent(String text) implements DomainEvent {}
