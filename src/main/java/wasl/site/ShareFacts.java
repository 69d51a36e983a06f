package wasl.site;

import java.util.List;
import wasl.shared.Lang;

/**
 * What a shared link's picture says.
 *
 * @param lang the language of the words around the title
 * @param title as its owner wrote it
 * @param titleLang the title's own language, which may be another one where it is not translated
 * @param lines short lines below it, the first the heaviest
 * @param tag a word above it
 * @param foot what stands at the bottom
 */
public record ShareFacts(
    Lang lang, String tag, String title, Lang titleLang, List<String> lines, String foot) {}
