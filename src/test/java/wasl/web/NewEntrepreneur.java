package wasl.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.imageio.ImageIO;

/** A new entrepreneur in the browser, from signing up to a listing that is handed in. */
final class NewEntrepreneur {

  static final String PASSWORD = "nahr-dijla-2026";

  private final BrowserIT test;
  private final Page page;
  private final String lang;
  private final String email;

  NewEntrepreneur(BrowserIT test, Page page, String lang) {
    this(test, page, lang, "zaynab-" + lang + "@example.org");
  }

  NewEntrepreneur(BrowserIT test, Page page, String lang, String email) {
    this.test = test;
    this.page = page;
    this.lang = lang;
    this.email = email;
  }

  /** The title of the listing, in its language. */
  String title() {
    return switch (lang) {
      case "ar" -> "مخبز تنور في العشار";
      case "ckb" -> "نانەواخانەی تەنوور لە عەشار";
      default -> "A tannour bakery in Ashar";
    };
  }

  String summary() {
    return switch (lang) {
      case "ar" -> "خبز التنور لأهل الحي، وفرن جديد يضاعف الإنتاج.";
      case "ckb" -> "نانی تەنوور بۆ گەڕەک، و تەنوورێکی نوێ کە بەرهەم دوو هێندە دەکات.";
      default -> "Tannour bread for the quarter, and a new oven that doubles what we bake.";
    };
  }

  String story() {
    return switch (lang) {
      case "ar" -> "بدأنا في عام ٢٠٢١ بتنور واحد.\n\n**واليوم** نخبز لكل الحي.";
      case "ckb" ->
          "لە ساڵی ٢٠٢١ بە یەک تەنوور دەستمان پێ کرد.\n\n**ئەمڕۆ** بۆ هەموو گەڕەک نان دەکەین.";
      default -> "We began in 2021 with one oven.\n\n**Today** we bake for the whole quarter.";
    };
  }

  /** Writes the whole form, with a wrong entry on the way, and hands the listing in. */
  void handsInAListing() throws IOException {
    signUp();
    page.navigate("/" + lang + "/my/listings/new");
    press("start", "**/edit/business");
    business();
    page.fill("[id='f:title-" + lang + "']", title());
    page.fill("[id='f:summary-" + lang + "']", summary());
    page.fill("[id='f:story-" + lang + "']", story());
    press("next", "**/edit/money");
    money();
    milestone();
    page.fill("[id='f:lines:0:what']", "انقطاع الكهرباء");
    page.fill("[id='f:lines:0:answer']", "مولد احتياط");
    page.fill("[id='f:jobsCreated']", "٣");
    page.fill("[id='f:jobsKept']", "۴");
    press("next", "**/edit/terms");
    page.fill("[id='f:graceMonths']", "٣");
    page.fill("[id='f:instalments']", "١٢");
    press("next", "**/edit/files");
    files();
    press("f:next", "**/edit/review");

    page.check("[id='f:payoutClause']");
    test.axe(page);
    page.click("[id='f:submit']");
    page.waitForURL(url -> !url.contains("/edit/"));
  }

  /** Opens an account and signs in. */
  void signUp() {
    page.navigate("/" + lang + "/sign-up?role=entrepreneur");
    page.fill("[id='f:name']", "زينب كريم");
    page.fill("[id='f:email']", email);
    page.selectOption("[id='f:country']", "IQ");
    page.fill("[id='f:password']", PASSWORD);
    press("send", "**/sign-up?sent=1");
    test.axe(page);
    var links = test.mail(email, "/confirm/").links();
    page.navigate(links.stream().filter(it -> it.contains("/confirm/")).findFirst().orElseThrow());
    press("send", "**/sign-in");
    test.signIn(page, lang, email, PASSWORD);
  }

  private void business() {
    page.fill("[id='f:name']", "مخبز الفرات");
    page.selectOption("[id='f:legalForm']", "NOT_REGISTERED");
    page.selectOption("[id='f:governorate']", "BA");
    page.selectOption("[id='f:district']", "BA-01");
    page.selectOption("[id='f:sector']", "C");
    page.fill("[id='f:foundedYear']", "٢٠٢١");
    page.fill("[id='f:employees']", "four");
    page.click("[id='f:next']");
    page.waitForSelector("#problems a[href='#f:employees']");
    assertThat(page.inputValue("[id='f:employees']")).isEqualTo("four");
    look();
    page.fill("[id='f:employees']", "٤");
    press("next", "**/edit/words");
  }

  private void money() {
    page.selectOption("[id='f:model']", "QARD_HASAN");
    page.fill("[id='f:lines:0:what']", "فرن");
    page.fill("[id='f:lines:0:quantity']", "٢");
    page.fill("[id='f:lines:0:unitCost']", "١٬٥٠٠");
    page.click("[id='f:reckon']");
    page.click("[id='f:fit']");
    page.waitForCondition(() -> page.inputValue("[id='f:goal']").equals("3125"));
    page.fill("[id='f:minimum']", "٢٬٥٠٠٫٥٠");
    page.fill("[id='f:campaignDays']", "٧");
    look();
    press("next", "**/edit/milestones");
  }

  private void milestone() {
    var due = LocalDate.now(ZoneOffset.UTC).plusDays(200).toString();
    page.fill("[id='f:lines:0:title']", "شراء الفرن");
    page.fill("[id='f:lines:0:share']", "١٠٠");
    page.fill("[id='f:lines:0:dueOn']", due);
    page.fill("[id='f:lines:0:evidence']", "صور الفرن وفاتورته");
    press("next", "**/edit/risks");
  }

  private void files() throws IOException {
    var picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(800, 450, BufferedImage.TYPE_INT_RGB), "jpg", picture);
    upload("c:cover", file("غلاف.jpg", "image/jpeg", picture.toByteArray()));
    assertThat(page.waitForSelector("figure.shot img").getAttribute("src")).contains("/media/");
    var pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
    upload("d:documents", file("خطة العمل.pdf", "application/pdf", pdf));
    assertThat(page.waitForSelector(".docs").textContent()).contains("خطة العمل.pdf");
    look();
  }

  private void look() {
    test.fits(page);
    if (lang.equals("ar")) {
      test.axe(page);
    }
  }

  private void press(String button, String then) {
    page.click(button.contains(":") ? "[id='" + button + "']" : "[id='f:" + button + "']");
    page.waitForURL(then);
  }

  private void upload(String field, FilePayload file) {
    page.setInputFiles("[id='" + field + "']", file);
    page.click("[id^='" + field.charAt(0) + ":add']");
  }

  private static FilePayload file(String name, String type, byte[] content) {
    return new FilePayload(name, type, content);
  }
}
