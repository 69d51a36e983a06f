/**
 * Side effects that leave a transaction: one row for each event and handler, written with the
 * change itself, worked off by relays in lanes. Also runs the jobs that poll for due work. Uses
 * shared. Tables: outbox_message, outbox_lane, scheduled_tasks (db-scheduler's).
 */
package wasl.outbox;
