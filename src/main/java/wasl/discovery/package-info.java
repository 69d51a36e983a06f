/**
 * Finding listings by words: an index on each node, made from the database and never the truth.
 * Uses shared and listing. Table: {@code discovery_corpus}; follows {@code listing_change}.
 */
package wasl.discovery;
