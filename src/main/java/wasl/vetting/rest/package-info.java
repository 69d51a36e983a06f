/** Vetting for programs: the public record of a listing, cases and the steps of their reviewers. */
package wasl.vetting.rest;
