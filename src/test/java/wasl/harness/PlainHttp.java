package wasl.harness;

import java.net.http.HttpClient;

/**
 * Speaks HTTP/1.1, as browsers and proxies do without TLS. Java's own client would ask in each
 * first request to go on in HTTP/2, which the server does not speak.
 */
public final class PlainHttp {

  public static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private PlainHttp() {}
}
