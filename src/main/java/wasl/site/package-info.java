/**
 * Pages and resources that show several features at once: home, listings, a listing whole,
 * administration. Uses every feature; tables: none.
 */
package wasl.site;
