/**
 * The demo's clock: real time plus an offset kept in the database, moved by {@code ./wasl clock}.
 */
package wasl.sandbox.clock;
