package wasl.site.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.ConfigProvider;
import wasl.shared.MailAddresses;

/** What a page may know of the installation. */
@Named("site")
@ApplicationScoped
public class Site {

  private final boolean demo =
      ConfigProvider.getConfig().getOptionalValue("wasl.demo", Boolean.class).orElse(false);

  /** Whether no real money moves here: the demo archive says so by its own configuration. */
  public boolean isDemo() {
    return demo;
  }

  /** The mail address that people write to. */
  public String getContact() {
    return MailAddresses.contact();
  }
}
