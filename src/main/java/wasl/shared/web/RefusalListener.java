package wasl.shared.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIViewAction;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.AbortProcessingException;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;
import wasl.shared.Refusal;
import wasl.shared.Refused;

/**
 * The one place where a refusal of a page's action becomes a message. The same page is shown again
 * with everything that was typed.
 */
public class RefusalListener implements ActionListener {

  private final ActionListener wrapped;

  public RefusalListener(ActionListener wrapped) {
    this.wrapped = wrapped;
  }

  @Override
  public void processAction(ActionEvent event) {
    try {
      wrapped.processAction(event);
    } catch (RuntimeException failed) {
      Refused refused = refusedIn(failed);
      if (refused == null || event.getComponent() instanceof UIViewAction) {
        throw failed;
      }
      PageMessages messages = CDI.current().select(PageMessages.class).get();
      for (Refusal refusal : refused.refusals()) {
        messages.refuse(refusal);
      }
      FacesContext.getCurrentInstance().renderResponse();
    }
  }

  private static Refused refusedIn(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return refused;
      }
      if (cause instanceof AbortProcessingException && cause.getCause() == null) {
        return null;
      }
    }
    return null;
  }
}
