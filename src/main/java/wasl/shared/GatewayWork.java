package wasl.shared;

/**
 * Due work that calls the gateway, and so stands for as long as the gateway hangs. Each has a
 * thread of its own beside those of the other work, which never waits for it.
 */
public interface GatewayWork extends DueWork {}
