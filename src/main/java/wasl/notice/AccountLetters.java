package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import wasl.outbox.Handler;
import wasl.party.Institutions;
import wasl.party.PartyEvent.AddressAlreadyKnown;
import wasl.party.PartyEvent.EmailConfirmationAsked;
import wasl.party.PartyEvent.PasswordChanged;
import wasl.party.PartyEvent.PasswordResetAsked;
import wasl.party.PartyEvent.StaffInvited;
import wasl.shared.Lang;

/** Letters about accounts. Those with a secret link go by mail only. */
@ApplicationScoped
public class AccountLetters {
  @Inject private Delivery delivery;
  @Inject private Institutions institutions;

  @Produces
  Handler<EmailConfirmationAsked> confirmation() {
    return delivery.handler(
        "notice.confirm-email",
        EmailConfirmationAsked.class,
        event ->
            List.of(
                letter(
                    new Reader(
                        event.party(),
                        event.name(),
                        event.addressForm(),
                        event.email(),
                        event.lang()),
                    NoticeKind.CONFIRM_EMAIL,
                    event.path())));
  }

  @Produces
  Handler<PasswordResetAsked> reset() {
    return delivery.handler(
        "notice.reset-password",
        PasswordResetAsked.class,
        event ->
            List.of(
                letter(
                    new Reader(
                        event.party(),
                        event.name(),
                        event.addressForm(),
                        event.email(),
                        event.lang()),
                    NoticeKind.RESET_PASSWORD,
                    event.path())));
  }

  @Produces
  Handler<AddressAlreadyKnown> known() {
    return delivery.handler(
        "notice.address-known",
        AddressAlreadyKnown.class,
        event ->
            List.of(
                letter(
                    new Reader(
                        event.party(),
                        event.name(),
                        event.addressForm(),
                        event.email(),
                        event.lang()),
                    NoticeKind.ADDRESS_KNOWN,
                    event.path())));
  }

  @Produces
  Handler<PasswordChanged> passwordChanged() {
    return delivery.handler(
        "notice.password-changed",
        PasswordChanged.class,
        event ->
            List.of(
                new Letter(
                    new Reader(
                        event.party(),
                        event.name(),
                        event.addressForm(),
                        event.email(),
                        event.lang()),
                    NoticeKind.PASSWORD_CHANGED,
                    Map.of(),
                    "/forgot",
                    true)));
  }

  @Produces
  Handler<StaffInvited> invited() {
    return delivery.handler(
        "notice.staff-invited",
        StaffInvited.class,
        event -> {
          Function<Lang, String> institution =
              lang -> institutions.get(event.institution()).name(lang);
          return List.of(
              new Letter(
                  new Reader(null, null, null, event.email(), event.lang()),
                  NoticeKind.INVITED,
                  Map.of("institution", institution),
                  event.path(),
                  false));
        });
  }

  private static Letter letter(Reader to, NoticeKind kind, String path) {
    return new Letter(to, kind, Map.of(), path, false);
  }
}
