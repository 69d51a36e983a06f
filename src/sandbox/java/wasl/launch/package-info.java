/** The commands that start, stop and ask: what {@code ./wasl} calls. Never part of an archive. */
package wasl.launch;
