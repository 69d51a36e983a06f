package wasl.harness;

import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Gives Arquillian's server the port and the settings that are known only once all else runs. */
public final class ContainerSettings implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Observer.class);
  }

  /** Listens for the moment when the containers are known and none is configured yet. */
  public static final class Observer {

    public void configure(@Observes ContainerRegistry containers) {
      var installation = TestInstallation.get();
      var settings = installation.writeSettings();
      for (Container<?> container : containers.getContainers()) {
        container
            .getContainerConfiguration()
            .property(
                "extraMicroOptions",
                "--nohazelcast --disablephonehome --contextroot /"
                    + " --port "
                    + installation.port()
                    + " --prebootcommandfile payara/preboot.asadmin --systemproperties "
                    + settings
                    + " --rootdir "
                    + TestInstallation.FOLDER.resolve("var/payara")
                    + " --logtofile "
                    + TestInstallation.FOLDER.resolve("payara.log"));
      }
    }
  }
}
