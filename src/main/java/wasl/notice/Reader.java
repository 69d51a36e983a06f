package wasl.notice;

import wasl.party.AddressForm;
import wasl.party.Contact;
import wasl.party.PartyId;
import wasl.shared.Lang;

/**
 * Who is told.
 *
 * @param party null for somebody without an account yet
 * @param name null where no name is known
 */
record Reader(PartyId party, String name, AddressForm form, String email, Lang lang) {
  static Reader of(Contact contact) {
    return new Reader(
        contact.id(), contact.name(), contact.addressForm(), contact.email(), contact.lang());
  }
}
