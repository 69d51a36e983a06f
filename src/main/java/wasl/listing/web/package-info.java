/** The owner's pages: my listings, a new one, one's own one, the form in steps; pictures served. */
package wasl.listing.web;
