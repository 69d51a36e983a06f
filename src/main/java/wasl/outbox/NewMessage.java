package wasl.outbox;

import java.time.Instant;

/**
 * A message to be written.
 *
 * @param id its id, also the handler's key against repetition
 * @param lane where it runs
 * @param handler the handler's name
 * @param payload the event as JSON
 * @param at when the event happened, by the application's clock
 */
record NewMessage(long id, Lane lane, String handler, String payload, Instant at) {}
