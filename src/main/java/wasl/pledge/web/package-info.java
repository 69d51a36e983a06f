/** Pages of investors. */
package wasl.pledge.web;
