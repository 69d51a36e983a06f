/**
 * The finance desk's tasks: what somebody has to look at, what is known about it and what to do.
 * Features open and close them by {@link wasl.task.FinanceTasks}, each with kinds of its own. Uses
 * shared, money, party. Table: task.
 */
package wasl.task;
