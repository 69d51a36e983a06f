package wasl.vetting;

import java.util.Map;
import wasl.listing.Section;
import wasl.shared.Lang;

/**
 * One question of a checklist.
 *
 * @param code stable over versions, for programs
 * @param section the part of the listing that it is about
 * @param texts the question in each language
 */
public record ChecklistItem(long id, String code, Section section, Map<Lang, String> texts) {}
