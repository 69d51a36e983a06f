/** A mailbox for the demo and the tests: takes every mail by SMTP and shows it on a page. */
package wasl.sandbox.mailbox;
