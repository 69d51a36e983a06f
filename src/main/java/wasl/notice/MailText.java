package wasl.notice;

import wasl.party.AddressForm;
import wasl.shared.Lang;
import wasl.shared.Texts;

/**
 * A letter as a mail: opening and close by the custom of each language, once as plain text and once
 * as HTML with the same words. Mail programs know no style sheets, so styles stand in the elements.
 */
final class MailText {
  private static final String PARAGRAPH = "<p style=\"margin:0 0 16px\">";

  private final Letter letter;
  private final Lang lang;
  private final Texts texts;
  private final String address;
  private final String subject;
  private final String words;
  private final String stop;

  /**
   * @param site where the installation is reached, without a slash at its end
   */
  MailText(Letter letter, String site) {
    this(letter, site, null);
  }

  /**
   * @param stop the address that stops such mails; null where none does
   */
  MailText(Letter letter, String site, String stop) {
    this.stop = stop;
    this.letter = letter;
    this.lang = letter.to().lang();
    this.texts = Texts.in(lang);
    this.subject = letter.title(lang);
    this.words = letter.text(lang);
    this.address = letter.linkPath() == null ? null : site + "/" + lang.code() + letter.linkPath();
  }

  String subject() {
    return subject;
  }

  /**
   * «السيدة زينب المحترمة», بەڕێز کاروان, Dear Zainab; a neutral greeting where form is unknown.
   */
  String opening() {
    AddressForm form = letter.to().form();
    if (letter.to().name() == null || form == null) {
      return texts.get("notice.opening.nobody");
    }
    String name = "\u2068" + letter.to().name() + "\u2069";
    return texts.of("notice.opening." + form, "name", name);
  }

  String plain() {
    StringBuilder out = new StringBuilder();
    out.append(opening()).append("\n\n").append(words).append("\n\n");
    if (address != null) {
      out.append(letter.link(lang)).append(":\n").append(address).append("\n\n");
    }
    out.append(texts.get("notice.close")).append("\n\n-- \n").append(texts.get("notice.why"));
    if (stop != null) {
      out.append("\n").append(texts.get("notice.stop")).append(":\n").append(stop);
    }
    return out.append('\n').toString();
  }

  String html() {
    String side = lang.getDir().equals("rtl") ? "right" : "left";
    StringBuilder out = new StringBuilder();
    out.append("<!DOCTYPE html><html lang=\"").append(lang.code()).append("\" dir=\"");
    out.append(lang.getDir()).append("\"><head><meta charset=\"utf-8\">");
    out.append("<meta name=\"viewport\" content=\"width=device-width\"><title>");
    out.append(escaped(subject)).append("</title></head>");
    out.append("<body style=\"margin:0;padding:24px 16px;background:#f6f1e7;color:#1f2a2e;");
    out.append("font:17px/1.8 'IBM Plex Sans Arabic','Segoe UI',Tahoma,sans-serif;text-align:");
    out.append(side).append("\"><div style=\"max-width:560px;margin:0 auto;background:#fffdf8;");
    out.append("border:1px solid #ddd3c0;border-radius:6px;padding:24px\">");
    out.append("<p style=\"margin:0 0 16px;font-weight:600;font-size:20px;color:#0e5a6b\">");
    out.append(escaped(texts.get("shared.name"))).append("</p>");
    paragraph(out, opening());
    words.lines().filter(line -> !line.isBlank()).forEach(p -> paragraph(out, p));
    if (address != null) {
      out.append("<p style=\"margin:24px 0\"><a href=\"").append(escaped(address));
      out.append("\" style=\"display:inline-block;padding:10px 20px;border-radius:4px;");
      out.append("background:#0e5a6b;color:#ffffff;text-decoration:none;font-weight:600\">");
      out.append(escaped(letter.link(lang))).append("</a></p><p dir=\"ltr\" style=\"margin:0 0 ");
      out.append("16px;font-size:13px;word-break:break-all;color:#5b6468\">");
      out.append(escaped(address)).append("</p>");
    }
    texts.get("notice.close").lines().forEach(line -> out.append(escaped(line)).append("<br>"));
    out.append("</div><p style=\"max-width:560px;margin:16px auto 0;font-size:13px;");
    out.append("color:#5b6468\">").append(escaped(texts.get("notice.why")));
    if (stop != null) {
      out.append("<br><a href=\"").append(escaped(stop)).append("\" style=\"color:#5b6468\">");
      out.append(escaped(texts.get("notice.stop"))).append("</a>");
    }
    return out.append("</p></body></html>").toString();
  }

  private static void paragraph(StringBuilder out, String words) {
    out.append(PARAGRAPH).append(escaped(words)).append("</p>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
