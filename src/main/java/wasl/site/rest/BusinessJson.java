package wasl.site.rest;

/**
 * A business on the wire, in a list.
 *
 * @param district the code of the district, such as {@code BA-01}
 * @param informal whether it is not registered anywhere
 */
public record BusinessJson(
    String name,
    String district,
    boolean informal,
    boolean womenOwned,
    boolean returneeOwned,
    boolean idpOwned) {}
