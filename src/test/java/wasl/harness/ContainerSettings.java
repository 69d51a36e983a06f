package wasl.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                    + " --prebootcommandfile "
                    + prebootCommands()
                    + " --systemproperties "
                    + settings
                    + " --rootdir "
                    + TestInstallation.FOLDER.resolve("var/payara")
                    + " --logtofile "
                    + TestInstallation.FOLDER.resolve("payara.log"));
      }
    }

    /**
     * The application's, and time: a test is one request, which ends after a quarter of an hour.
     */
    private static Path prebootCommands() {
      try {
        return Files.writeString(
            TestInstallation.FOLDER.resolve("preboot.asadmin"),
            Files.readString(Path.of("payara/preboot.asadmin"))
                + "set configs.config.server-config.network-config.protocols.protocol"
                + ".http-listener.http.request-timeout-seconds=14400\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
