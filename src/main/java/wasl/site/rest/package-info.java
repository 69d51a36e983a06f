/** Listings for programs. */
package wasl.site.rest;
