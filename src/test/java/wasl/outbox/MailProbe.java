package wasl.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Hears the events of tests in the lane MAIL. */
@ApplicationScoped
public class MailProbe implements Handler<ProbeEvent> {

  static final String NAME = "probe.mail";

  @Inject private Probe probe;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<ProbeEvent> type() {
    return ProbeEvent.class;
  }

  @Override
  public Lane lane() {
    return Lane.MAIL;
  }

  @Override
  public void handle(long messageId, ProbeEvent event) throws Exception {
    probe.see(NAME, messageId, event);
  }
}
