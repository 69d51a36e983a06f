package wasl.harness;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.FileAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The demo archive as it was built, with the tests that run inside it: deployed once for all
 * classes with {@code @ExtendWith(ArquillianExtension.class)}.
 */
@ArquillianSuiteDeployment
public class WaslDeployment {

  /** Needs a browser, the launcher or a class path that the server has not. */
  private static final Pattern OUTSIDE =
      Pattern.compile(
          "wasl/(harness|launch|sandbox|web|[a-z]+/web)/.*|.*Test(\\$.*)?\\.class|(?!.*\\.class$).*");

  @Deployment
  public static WebArchive archive() throws Exception {
    var archive =
        ShrinkWrap.create(ZipImporter.class, "wasl-it.war")
            .importFrom(new File("target/wasl-demo.war"))
            .as(WebArchive.class);
    archive.addAsLibraries(jarOf(Assertions.class), jarOf(ByteBuddy.class));
    var classes = Path.of("target/test-classes");
    try (var files = Files.walk(classes)) {
      for (var name : files.filter(Files::isRegularFile).map(classes::relativize).toList()) {
        if (!OUTSIDE.matcher(name.toString()).matches()) {
          archive.addAsWebInfResource(
              new FileAsset(classes.resolve(name).toFile()), "classes/" + name);
        }
      }
    }
    return archive;
  }

  private static File jarOf(Class<?> type) throws URISyntaxException {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
