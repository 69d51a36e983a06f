/** The frame of the pages: addresses, the language of a request, flash messages, refusals shown. */
package wasl.shared.web;
