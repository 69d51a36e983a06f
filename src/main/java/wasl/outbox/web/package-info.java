/** The operator's page of the outbox. */
package wasl.outbox.web;
