package wasl.pledge;

import wasl.shared.Lang;

/**
 * The mandate as it was accepted.
 *
 * @param version of the text
 * @param lang in which it was read
 * @param hash SHA-256 of the text, in hexadecimal
 * @param text the very words
 */
public record AcceptedMandate(String version, Lang lang, String hash, String text) {}
