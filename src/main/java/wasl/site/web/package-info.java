/** The public pages. */
package wasl.site.web;
