package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API's addresses, each with the code that answers it. */
final class Routes {
  private final List<Route> routes = new ArrayList<>();

  /** Answers one call within a change; throws {@link ApiError} to refuse. */
  interface Handler {
    JsonObject handle(ApiRequest request, Change change);
  }

  /** A family of resources that knows its own addresses. */
  interface Family {
    void addTo(Routes routes);
  }

  /** A route that was found, with the request told which object it is about. */
  record Found(Handler handler, ApiRequest request) {}

  private record Route(String method, Pattern path, Handler handler) {}

  Routes get(String path, Handler handler) {
    return add("GET", path, handler);
  }

  Routes post(String path, Handler handler) {
    return add("POST", path, handler);
  }

  Routes delete(String path, Handler handler) {
    return add("DELETE", path, handler);
  }

  private Routes add(String method, String path, Handler handler) {
    Pattern pattern = Pattern.compile(path.replace("{id}", "([^/]+)"));
    routes.add(new Route(method, pattern, handler));
    return this;
  }

  Found find(ApiRequest request) {
    for (Route route : routes) {
      Matcher matcher = route.path().matcher(request.path());
      if (route.method().equals(request.method()) && matcher.matches()) {
        String id = matcher.groupCount() == 0 ? null : matcher.group(1);
        return new Found(route.handler(), request.about(id));
      }
    }
    throw ApiError.of(
        404,
        "invalid_request_error",
        null,
        "Unrecognized request URL (" + request.method() + ": " + request.path() + ").",
        null);
  }
}
