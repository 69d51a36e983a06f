/**
 * Pages of nothing but markup, written straight from their Facelets: {@link Markup} reads one once
 * and writes it for each request without making components. Uses no other part of the feature.
 */
package wasl.shared.web.markup;
