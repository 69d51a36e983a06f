/**
 * What every feature stands on: languages and their texts, life cycles, refusals, ids, pages of a
 * list, the application's clock. Knows no feature. Tables: none. Its {@code web} part is the frame
 * of the pages: addresses, language, flash messages, formats.
 */
package wasl.shared;
