package wasl.party.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.party.CurrentActor;
import wasl.party.RegisterParty;
import wasl.shared.Lang;
import wasl.shared.web.PageLinks;

/** {@code /sign-up}, and what is said after it: the same for known and unknown addresses. */
@Named
@RequestScoped
public class SignUpPage {

  @Inject private RegisterParty registerParty;
  @Inject private CurrentActor current;

  private final SignUpForm form = new SignUpForm();

  /** A link may say what the account is for, and the page says in which language. */
  @PostConstruct
  void read() {
    form.setLanguage(PartyRequest.lang().code());
    form.setInvestor("investor".equals(PartyRequest.parameter("role")));
    form.setEntrepreneur("entrepreneur".equals(PartyRequest.parameter("role")));
  }

  /** Signs up. */
  public void send() {
    registerParty.handle(
        new RegisterParty.Command(
            current.get(),
            form.getName(),
            form.getEmail(),
            form.getCountry(),
            Lang.of(form.getLanguage()).orElse(PartyRequest.lang()),
            form.form(),
            form.roles(),
            form.getPassword(),
            PartyRequest.address()));
    PageLinks.here().go("/sign-up?sent=1");
  }

  public SignUpForm getForm() {
    return form;
  }

  /** Whether the letter was PartyRequest.parameter("sent"), or would have been. */
  public boolean isDone() {
    return PartyRequest.parameter("sent") != null;
  }
}
