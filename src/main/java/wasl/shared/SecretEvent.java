package wasl.shared;

/**
 * An event that holds a secret, such as the link in a letter: where it is kept until it has been
 * acted on, it is kept sealed.
 */
public interface SecretEvent extends DomainEvent {}
