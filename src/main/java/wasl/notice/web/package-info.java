/** The reader's notices and the switches of mails. */
package wasl.notice.web;
