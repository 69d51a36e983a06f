/** Formats for pages. */
package wasl.money.web;
