/** The pages on which people say something about listings, follow them, and moderate. */
package wasl.community.web;
