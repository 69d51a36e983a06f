/** Pages around the gateway and the finance desk's overview. */
package wasl.payment.web;
