/** The operator's call for a new index. */
package wasl.discovery.rest;
