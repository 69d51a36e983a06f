/** Starts what keeps the index in step, in the web application's context. */
package wasl.discovery.web;
