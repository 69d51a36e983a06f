/** The pages of vetting: the desk of an institution, a case, the routing rules. */
package wasl.vetting.web;
