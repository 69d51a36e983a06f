package wasl.shared.rest;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import wasl.shared.Lang;
import wasl.shared.Refusal;
import wasl.shared.RefusalTexts;

/** Answers in {@code application/problem+json} (RFC 9457) with our stable {@code code}. */
public final class Problem {

  public static final String TYPE = "application/problem+json";

  private Problem() {}

  /** The answer for refusals; the first one decides the status. */
  public static Response of(List<Refusal> refusals, Lang lang) {
    Refusal first = refusals.get(0);
    JsonObjectBuilder json = json(first.status(), first.code(), RefusalTexts.of(first, lang));
    if (refusals.size() > 1) {
      var others = Json.createArrayBuilder();
      refusals.forEach(
          r ->
              others.add(
                  Json.createObjectBuilder()
                      .add("code", r.code())
                      .add("detail", RefusalTexts.of(r, lang))));
      json.add("problems", others);
    }
    return answer(first.status(), lang, json);
  }

  /** The answer for anything else. */
  public static Response of(int status, String code, String detail, Lang lang) {
    return answer(status, lang, json(status, code, detail));
  }

  private static Response answer(int status, Lang lang, JsonObjectBuilder json) {
    return Response.status(status)
        .type(TYPE)
        .header("Content-Language", lang.code())
        .entity(json.build().toString())
        .build();
  }

  private static JsonObjectBuilder json(int status, String code, String detail) {
    return Json.createObjectBuilder()
        .add("type", "about:blank")
        .add("status", status)
        .add("code", code)
        .add("title", code)
        .add("detail", detail);
  }
}
