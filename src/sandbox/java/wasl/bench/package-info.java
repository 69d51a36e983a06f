/**
 * {@code ./wasl bench}: measures ratios on one machine in one run, each with its absolute figures.
 * A closed loop of plain sockets makes the load, so that the client costs little of the two cores.
 */
package wasl.bench;
