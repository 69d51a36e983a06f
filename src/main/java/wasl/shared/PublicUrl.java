package wasl.shared;

import org.eclipse.microprofile.config.ConfigProvider;

/** The address under which people reach this installation ({@code WASL_PUBLIC_URL}). */
public final class PublicUrl {

  private static final String VALUE =
      ConfigProvider.getConfig()
          .getOptionalValue("wasl.public.url", String.class)
          .orElse("http://localhost:8080")
          .replaceAll("/+$", "");

  private PublicUrl() {}

  /** Without a slash at its end. */
  public static String value() {
    return VALUE;
  }
}
