/** What every feature stands on. */
package wasl.shared;
