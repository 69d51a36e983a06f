package wasl.party;

import wasl.shared.Lang;

/**
 * How to reach a person.
 *
 * @param lang the language in which to write
 * @param country of residence, ISO 3166-1
 */
public record Contact(
    PartyId id, String name, AddressForm addressForm, String email, Lang lang, String country) {}
