package wasl.pledge;

import java.time.Instant;

/** A step in the life of a pledge, for its time line. */
public record PledgeStep(PledgeState state, Instant at) {}
