package wasl.pledge;

/** Asked by pledge, answered by payment, which alone talks to the gateway. */
public interface CardAtGateway {

  /** What the gateway knows of a started pledge's card. */
  enum Answer {
    /** The card is saved, and the pledge has been told. */
    SAVED,
    /** No card was saved. */
    NONE,
    /** The gateway does not answer: ask again later. */
    UNKNOWN
  }

  /** Asks the gateway and, where the card is saved, confirms the pledge. Never in a transaction. */
  Answer look(PledgeId pledge);
}
