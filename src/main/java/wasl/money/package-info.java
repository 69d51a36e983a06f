/**
 * Amounts of money and how they are written. Uses shared. Tables: none; the columns of an amount
 * are {@code …_minor BIGINT} and {@code currency CHAR(3)}.
 */
package wasl.money;
