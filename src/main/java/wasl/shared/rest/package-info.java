/** The frame of the REST interface: its root, its errors as RFC 9457 problems. */
package wasl.shared.rest;
