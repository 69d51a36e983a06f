package wasl.payment;

import java.time.Instant;

/**
 * One of the gateway's balance transactions.
 *
 * @param source what moved: a charge, refund, dispute or payout
 * @param amountMinor what it brought to the balance, before the fee; negative where it took
 * @param feeMinor what the gateway kept of it
 * @param currency the code in capitals, also of a currency that Wasl does not know
 */
public record Movement(
    String id,
    MovementPart part,
    String source,
    long amountMinor,
    long feeMinor,
    String currency,
    Instant at) {}
