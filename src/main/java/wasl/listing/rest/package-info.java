/** The owner's steps in the life of a listing, for programs. */
package wasl.listing.rest;
