package wasl.shared.web;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.util.Iterator;

/**
 * A script that asks for parts of a page gets the status that the page itself would get: {@link
 * Router} sees the fault. Faces alone would answer 200 and name the exception's class.
 */
public class PartialFaults extends ExceptionHandlerFactory {

  public PartialFaults(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new ExceptionHandlerWrapper(getWrapped().getExceptionHandler()) {
      @Override
      public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> faults = getUnhandledExceptionQueuedEvents().iterator();
        if (faults.hasNext() && faces.getPartialViewContext().isAjaxRequest()) {
          Throwable fault = faults.next().getContext().getException();
          faults.remove();
          throw new FacesException(fault);
        }
        super.handle();
      }
    };
  }
}
