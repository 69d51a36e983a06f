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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From signing up to a listing that is handed in, and what goes wrong on the way. */
class EntrepreneurJourneyIT extends BrowserIT {

  private static final String PASSWORD = "nahr-dijla-2026";

  @ParameterizedTest
  @ValueSource(strings = {"ar", "ckb", "en"})
  void aNewEntrepreneurHandsInAListing(String lang) throws IOException {
    var page = lang.equals("ckb") ? phone(lang) : page(lang);
    signUp(page, lang);
    page.navigate("/" + lang + "/my/listings/new");
    press(page, "start", "**/edit/business");
    business(page);
    page.fill("[id='f:texts:0:title']", "مخبز تنور في الأعظمية");
    page.fill("[id='f:texts:0:summary']", "خبز التنور لأهل الحي، وفرن جديد يضاعف الإنتاج.");
    page.fill(
        "[id='f:texts:0:story']", "بدأنا في عام ٢٠٢١ بتنور واحد.\n\n**واليوم** نخبز لكل الحي.");
    press(page, "next", "**/edit/money");
    money(page);
    milestone(page);
    page.fill("[id='f:lines:0:what']", "انقطاع الكهرباء");
    page.fill("[id='f:lines:0:answer']", "مولد احتياط");
    page.fill("[id='f:jobsCreated']", "٣");
    page.fill("[id='f:jobsKept']", "۴");
    press(page, "next", "**/edit/terms");
    page.fill("[id='f:graceMonths']", "٣");
    page.fill("[id='f:instalments']", "١٢");
    press(page, "next", "**/edit/files");
    files(page);
    press(page, "f:next", "**/edit/review");

    page.check("[id='f:payoutClause']");
    axe(page);
    page.click("[id='f:submit']");
    page.waitForURL(url -> !url.contains("/edit/"));

    assertThat(page.textContent(".page-head .tag")).contains(submitted(lang));
    assertThat(page.textContent("dl.rows")).contains("3,125");
    axe(page);
    fits(page);
  }

  private void signUp(Page page, String lang) {
    var email = "zaynab-" + lang + "@example.org";
    page.navigate("/" + lang + "/sign-up?role=entrepreneur");
    page.fill("[id='f:name']", "زينب كريم");
    page.fill("[id='f:email']", email);
    page.selectOption("[id='f:country']", "IQ");
    page.fill("[id='f:password']", PASSWORD);
    press(page, "send", "**/sign-up?sent=1");
    axe(page);
    var links = mail(email, "/confirm/").links();
    page.navigate(links.stream().filter(it -> it.contains("/confirm/")).findFirst().orElseThrow());
    press(page, "send", "**/sign-in");
    signIn(page, email, PASSWORD);
  }

  private void business(Page page) {
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
    look(page);
    page.fill("[id='f:employees']", "٤");
    press(page, "next", "**/edit/words");
  }

  private void money(Page page) {
    page.selectOption("[id='f:model']", "QARD_HASAN");
    page.fill("[id='f:lines:0:what']", "فرن");
    page.fill("[id='f:lines:0:quantity']", "٢");
    page.fill("[id='f:lines:0:unitCost']", "١٬٥٠٠");
    page.click("[id='f:reckon']");
    page.click("[id='f:fit']");
    page.waitForCondition(() -> page.inputValue("[id='f:goal']").equals("3125"));
    page.fill("[id='f:minimum']", "٢٬٥٠٠٫٥٠");
    page.fill("[id='f:campaignDays']", "٣٠");
    look(page);
    press(page, "next", "**/edit/milestones");
  }

  private void milestone(Page page) {
    var due = LocalDate.now(ZoneOffset.UTC).plusDays(200).toString();
    page.fill("[id='f:lines:0:title']", "شراء الفرن");
    page.fill("[id='f:lines:0:share']", "١٠٠");
    page.fill("[id='f:lines:0:dueOn']", due);
    page.fill("[id='f:lines:0:evidence']", "صور الفرن وفاتورته");
    press(page, "next", "**/edit/risks");
  }

  private void files(Page page) throws IOException {
    var picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(800, 450, BufferedImage.TYPE_INT_RGB), "jpg", picture);
    upload(page, "c:cover", file("غلاف.jpg", "image/jpeg", picture.toByteArray()));
    assertThat(page.waitForSelector("figure.shot img").getAttribute("src")).contains("/media/");
    var pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
    upload(page, "d:documents", file("خطة العمل.pdf", "application/pdf", pdf));
    assertThat(page.waitForSelector(".docs").textContent()).contains("خطة العمل.pdf");
    look(page);
  }

  private void look(Page page) {
    fits(page);
    if (page.url().contains("/ar/")) {
      axe(page);
    }
  }

  @Test
  void badUploadsAreToldKindly() {
    var page = page("en");
    page.navigate("/en/sign-in");
    signIn(page, "entrepreneur@demo.wasl.example", "wasl-demo-2026");
    draft(page, "files");

    upload(page, "g:gallery", file("text.jpg", "image/jpeg", new byte[] {104, 105}));
    assertThat(page.waitForSelector("#problems").textContent()).contains("this kind of file");
    for (int megabytes : new int[] {11, 40}) {
      upload(page, "g:gallery", file("a.jpg", "image/jpeg", new byte[megabytes << 20]));
      page.waitForSelector("#problems:has-text('" + megabytes + " MB; the limit is 10 MB')");
    }
    page.click("[id='g:addGallery']");
    page.waitForSelector("#problems:has-text('choose a file')");
  }

  @Test
  void nothingTypedIsLostWhenTheSessionEndsOrAnotherTabSaves() {
    var page = page("en");
    page.navigate("/en/sign-in");
    signIn(page, "entrepreneur@demo.wasl.example", "wasl-demo-2026");
    draft(page, "words");
    page.fill("[id='f:texts:0:title']", "Typed \u202Ebefore\u0007 the end");
    page.context().clearCookies();
    page.click("[id='f:save']");
    page.waitForURL("**/sign-in?**");
    axe(page);
    signIn(page, "entrepreneur@demo.wasl.example", "wasl-demo-2026");
    axe(page);
    page.click("main [type=submit]");
    page.waitForURL("**/edit/words");
    assertThat(page.inputValue("[id='f:texts:0:title']")).isEqualTo("Typed before the end");

    var other = page.context().newPage();
    other.navigate(page.url());
    other.fill("[id='f:texts:0:title']", "From the other tab");
    other.dblclick("[id='f:save']");
    other.waitForSelector("[role=status]");
    page.fill("[id='f:texts:0:title']", "From this tab");
    page.click("[id='f:save']");
    page.waitForSelector("#problems");
    assertThat(page.inputValue("[id='f:texts:0:title']")).isEqualTo("From this tab");
    axe(page);
    press(page, "next", "**/edit/money");

    page.navigate(other.url());
    page.fill("[id='f:texts:0:title']", "Once more");
    press(page, "next", "**/edit/money");
    page.goBack();
    assertThat(page.inputValue("[id='f:texts:0:title']")).isEqualTo("Once more");
    press(page, "next", "**/edit/money");
  }

  /** A new draft, open at that step; going back and beginning again begins no second one. */
  private void draft(Page page, String step) {
    page.navigate("/en/my/listings/new");
    press(page, "start", "**/edit/business");
    var first = page.url();
    page.goBack();
    press(page, "start", "**/edit/business");
    assertThat(page.url()).isEqualTo(first);
    page.navigate(first.replace("business", step));
  }

  private static void signIn(Page page, String email, String password) {
    page.fill("input[type=email]", email);
    page.fill("input[type=password]", password);
    page.click("[id='f:send']");
    page.waitForURL(url -> !url.contains("/sign-in?") && !url.endsWith("/sign-in"));
  }

  private static void press(Page page, String button, String then) {
    page.click(button.contains(":") ? "[id='" + button + "']" : "[id='f:" + button + "']");
    page.waitForURL(then);
  }

  private static FilePayload file(String name, String type, byte[] content) {
    return new FilePayload(name, type, content);
  }

  private static void upload(Page page, String field, FilePayload file) {
    page.setInputFiles("[id='" + field + "']", file);
    page.click("[id^='" + field.charAt(0) + ":add']");
  }

  private static String submitted(String lang) {
    return switch (lang) {
      case "ar" -> "مُقدَّم";
      case "ckb" -> "پێشکەشکراو";
      default -> "Submitted";
    };
  }
}
