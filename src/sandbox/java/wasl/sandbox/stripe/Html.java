package wasl.sandbox.stripe;

/** The frame of the hosted pages: plain HTML, no script. */
final class Html {
  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /**
   * A whole page.
   *
   * @param path of the page, for the links to its other languages
   * @param content of the main part, already escaped
   */
  static String page(PageLanguage language, String path, String title, String content) {
    return """
        <!DOCTYPE html>
        <html lang="%s" dir="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>%s · %s</title>
        <link rel="stylesheet" href="/c/sandbox.css">
        <link rel="icon" href="data:,">
        </head>
        <body>
        <header>
        <p class="demo">%s</p>
        <div class="top"><span>%s</span>%s</div>
        </header>
        <main>
        <h1>%s</h1>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(
            language.code(),
            language.direction,
            escape(title),
            escape(language.say("gateway")),
            escape(language.say("demo")),
            escape(language.say("gateway")),
            languages(language, path),
            escape(title),
            content);
  }

  private static String languages(PageLanguage present, String path) {
    StringBuilder links = new StringBuilder("<nav class=\"langs\" aria-label=\"");
    links.append(escape(present.say("language"))).append("\">");
    for (PageLanguage language : PageLanguage.values()) {
      if (language != present) {
        String code = language.code();
        links.append(
            "<a href=\"%s?lang=%s\" lang=\"%s\" dir=\"%s\" hreflang=\"%s\">%s</a>"
                .formatted(escape(path), code, code, language.direction, code, language.ownName));
      }
    }
    return links.append("</nav>").toString();
  }
}
