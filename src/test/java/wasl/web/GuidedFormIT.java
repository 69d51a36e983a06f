package wasl.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guided form on a connection that breaks and with a session that ends. */
class GuidedFormIT extends BrowserIT {

  private static final String PASSWORD = "wasl-demo-2026";

  @ParameterizedTest
  @ValueSource(strings = {"ar", "ckb", "en"})
  void fromEmptyToHandedIn(String lang) throws IOException {
    var page = lang.equals("ckb") ? phone(lang) : page(lang);
    var email = "guided-" + lang + "@example.org";
    var writer = new NewEntrepreneur(this, page, lang, email);
    writer.signUp();
    page.navigate("/" + lang + "/my/listings/new");
    press(page, "start", "**/edit/business");
    var form = page.url();
    business(page, lang);
    words(page, writer, email);
    money(page);
    look(page, lang, "money");
    press(page, "next", "**/edit/milestones");
    milestones(page);
    look(page, lang, "milestones");
    press(page, "next", "**/edit/risks");

    // what is lacking leads to its field, and says why it is asked for
    page.navigate(form.replace("business", "review"));
    look(page, lang, "review");
    assertThat(page.locator(".lacks .why").count()).isPositive();
    page.click(".lacks a[href$='f:jobsCreated']");
    page.waitForURL("**/edit/risks#**");
    page.waitForCondition(() -> page.evaluate("document.activeElement.id").equals("f:jobsCreated"));
    page.fill("[id='f:lines:0:what']", "انقطاع الكهرباء");
    page.fill("[id='f:lines:0:answer']", "مولد احتياط");
    page.fill("[id='f:jobsCreated']", "٣");
    page.fill("[id='f:jobsKept']", "0");
    press(page, "next", "**/edit/files");
    files(page);
    look(page, lang, "files");

    page.navigate(form.replace("business", "review"));
    page.check("[id='f:payoutClause']");
    page.click("[id='f:submit']");
    page.waitForURL(url -> !url.contains("/edit/"));
    assertThat(page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('wasl.')).length"))
        .isEqualTo(0);
    if (lang.equals("ar")) {
      readInAnotherLanguage(page, form.replace("/edit/business", "/preview"));
    }
  }

  /** What is not translated says so, and no reader learns how a picture's file is named. */
  private static void readInAnotherLanguage(Page page, String preview) {
    page.navigate(preview.replace("/ar/", "/en/"));
    for (var part : List.of("#budget th bdi", "#milestones h3 bdi", "#risks h3 bdi")) {
      assertThat(page.locator(part + "[lang=ar][dir=rtl]").count()).as(part).isEqualTo(1);
    }
    assertThat(page.textContent("#budget header")).contains("language of this part: العربية");
    assertThat(page.locator(".gallery img").getAttribute("alt"))
        .isEqualTo("Picture 1 of 1: " + title("ar"));
  }

  /** A field of the text in the page's language. */
  private static String field(Page page, String name) {
    return "[id='f:" + name + "-" + lang(page) + "']";
  }

  private static String lang(Page page) {
    return page.getAttribute("html", "lang");
  }

  /** None of another test's: officers find a case by it. */
  private static String title(String lang) {
    return switch (lang) {
      case "ar" -> "ورشة نجارة في الكرادة";
      case "ckb" -> "دارتاشخانەیەک لە کەرادە";
      default -> "A joinery in Karrada";
    };
  }

  /** The connection is cut in the middle; the button sends nobody to the browser's error page. */
  private void business(Page page, String lang) {
    page.fill("[id='f:name']", "مخبز الفرات");
    state(page, "saved");
    page.context().setOffline(true);
    page.selectOption("[id='f:legalForm']", "NOT_REGISTERED");
    page.selectOption("[id='f:governorate']", "BA");
    state(page, "offline");
    page.click("[id='f:next']");
    assertThat(page.inputValue("[id='f:governorate']")).isEqualTo("BA");
    axe(page);
    page.context().setOffline(false);
    state(page, "saved");
    page.selectOption("[id='f:district']", "BA-01");
    page.selectOption("[id='f:sector']", "C");
    page.fill("[id='f:foundedYear']", "٢٠٢١");
    page.fill("[id='f:employees']", "4");
    look(page, lang, "business");
    press(page, "next", "**/edit/words");
  }

  /** The session ends in the middle: what was typed waits on the device. */
  private void words(Page page, NewEntrepreneur writer, String email) {
    inEachLanguageItsOwn(page);
    page.fill(field(page, "summary"), writer.summary());
    state(page, "saved");
    assertThat(page.textContent(".source [data-of=title]")).isEqualTo(title(lang(page)));
    page.locator("#peek").scrollIntoViewIfNeeded();
    page.waitForCondition(
        () -> page.frameLocator("#peek").locator("h1").textContent().contains(title(lang(page))));
    // a look that did not come once stands in no later save's way
    page.route("**/phone", route -> route.abort("connectionfailed"), once());
    page.fill(field(page, "summary"), writer.summary() + ".");
    state(page, "saved");
    page.waitForCondition(
        () -> page.frames().stream().anyMatch(each -> each.url().startsWith("chrome-error:")));
    page.fill(field(page, "summary"), writer.summary());
    state(page, "saved");
    assertThat(page.frameLocator("#peek").locator("h1").textContent()).contains(title(lang(page)));
    page.context().clearCookies();
    page.fill(field(page, "story"), writer.story());
    state(page, "signin");
    page.click("#keeper a");
    page.waitForURL("**/sign-in?**");
    fillSignIn(page, email, NewEntrepreneur.PASSWORD);
    page.waitForURL("**/edit/words");
    assertThat(page.inputValue(field(page, "story"))).isEqualTo(writer.story());
    page.waitForSelector(".keeper-ask");
    state(page, "saved");
    look(page, lang(page), "words");
    press(page, "next", "**/edit/money");
  }

  /** The first fields are those of the page's language: on another's they are other fields. */
  private static void inEachLanguageItsOwn(Page page) {
    var here = page.url();
    var lang = lang(page);
    page.fill(field(page, "title"), title(lang));
    page.navigate(here.replace("/" + lang + "/", lang.equals("en") ? "/ar/" : "/en/"));
    assertThat(page.inputValue(field(page, "title"))).isEmpty();
    page.navigate(here);
    assertThat(page.inputValue(field(page, "title"))).isEqualTo(title(lang));
  }

  /** The sums are there while they are typed, before anything is sent. */
  private void money(Page page) {
    page.selectOption("[id='f:model']", "GRANT");
    page.fill("[id='f:lines:0:what']", "فرن");
    page.fill("[id='f:lines:0:quantity']", "٢");
    page.fill("[id='f:lines:0:unitCost']", "١٬٥٠٠");
    assertThat(page.textContent("[data-sum=lines]")).contains("3,000");
    var fitting = page.textContent("[data-sum=fitting] .money").replaceAll("[^0-9.]", "");
    page.fill("[id='f:goal']", fitting);
    assertThat(page.textContent("[data-sum=net]")).contains("3,000");
    var live = page.innerText("#sums");
    page.fill("[id='f:minimum']", fitting);
    page.click("[id='f:reckon']");
    page.waitForCondition(() -> "true".equals(page.getAttribute("#keeper", "data-posted")));
    assertThat(page.innerText("#sums").replaceAll("\\s", ""))
        .as("the server reckons as the script does")
        .isEqualTo(live.replaceAll("\\s", ""));
  }

  private void milestones(Page page) {
    var due = LocalDate.now(ZoneOffset.UTC).plusDays(200).toString();
    page.fill("[id='f:lines:0:title']", title(lang(page)));
    page.fill("[id='f:lines:0:share']", "١٠٠");
    page.fill("[id='f:lines:0:dueOn']", due);
    page.fill("[id='f:lines:0:evidence']", "صور الفرن وفاتورته");
    assertThat(page.textContent("#plan ol li")).contains(title(lang(page))).contains("3,000");
    assertThat(page.textContent(".plan-sum")).isEqualTo("100%");
    var live = page.textContent("#plan ol");
    state(page, "saved");
    page.reload();
    assertThat(page.textContent("#plan ol").replaceAll("\\s", ""))
        .as("the server draws as the script does")
        .isEqualTo(live.replaceAll("\\s", ""));
  }

  /** Parts are lost on the way; both files arrive, the first does not cut off the second. */
  private void files(Page page) throws IOException {
    var parts = new AtomicInteger();
    page.route(
        "**/upload/**",
        route -> {
          if (route.request().method().equals("PUT") && parts.incrementAndGet() % 2 == 0) {
            route.abort("connectionfailed");
          } else {
            route.resume(new Route.ResumeOptions());
          }
        });
    page.setInputFiles("[id='c:cover']", new FilePayload("غلاف.png", "image/png", picture()));
    page.click("[id='c:addCover']");
    page.setInputFiles("[id='g:gallery']", new FilePayload("فرن.png", "image/png", picture()));
    page.click("[id='g:addGallery']");
    page.waitForSelector(".shots img");
    assertThat(page.waitForSelector("figure.shot img").getAttribute("src")).contains("/media/");
    assertThat(parts.get()).isGreaterThan(3);
    page.unroute("**/upload/**");
    givenUp(page);
  }

  /** Whoever gives a file up sends no more of it, and may choose it again. */
  private void givenUp(Page page) throws IOException {
    page.route(
        "**/upload/**",
        route -> {
          if (route.request().method().equals("PUT")) {
            route.abort("connectionfailed");
          } else {
            route.resume(new Route.ResumeOptions());
          }
        });
    page.setInputFiles(
        "[id='d:documents']",
        new FilePayload("plan.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(US_ASCII)));
    page.click("[id='d:addDocuments']");
    page.waitForSelector("form.send .sending button");
    axe(page);
    page.waitForResponse(
        answer -> answer.request().method().equals("DELETE") && answer.ok(),
        () -> page.click("form.send .sending button"));
    page.waitForCondition(() -> page.locator("form.send .sending button").count() == 0);
    assertThat(page.locator("form.send progress").count()).isZero();
    page.unroute("**/upload/**");
    page.click("[id='d:addDocuments']");
    page.waitForSelector(".docs a");
  }

  /** Newer words are never written over, and the older ones are not lost either. */
  @Test
  void whatWasSavedElsewhereMeanwhileIsNeverWrittenOver() {
    var page = page("en");
    new NewEntrepreneur(this, page, "en", "two-windows@example.org").signUp();
    page.navigate("/en/my/listings/new");
    press(page, "start", "**/edit/business");
    page.context().setOffline(true);
    page.fill("[id='f:name']", "Typed without a connection");
    state(page, "offline");
    var other = page.context().browser().newContext();
    other.addCookies(page.context().cookies());
    var elsewhere = other.newPage();
    elsewhere.navigate(page.url());
    elsewhere.fill("[id='f:name']", "Saved elsewhere");
    elsewhere.click("[id='f:save']");
    elsewhere.waitForSelector("[role=status]");

    page.context().setOffline(false);
    state(page, "newer");
    page.reload();
    assertThat(page.inputValue("[id='f:name']")).isEqualTo("Saved elsewhere");
    axe(page);
    page.click(".keeper-ask button");
    assertThat(page.inputValue("[id='f:name']")).isEqualTo("Typed without a connection");
    state(page, "saved");

    theLinkBesideAConflictAsks(page, elsewhere);
    other.close();
    aLostAnswerIsNoConflict(page);
    figuresInOtherDigitsAreNoConflict(page);
    whatIsTypedWhileARefusedSaveTravelsStays(page);

    // nobody else's form is saved, nothing is saved without a session, and nothing is kept then
    assertThat(background(page, page.url().replace("/business", "/risks"))).isEqualTo(200);
    var strange = page.url().replaceAll("listings/[^/]+", "listings/0000000000001");
    assertThat(background(page, strange)).isEqualTo(404);
    var address = page.url();
    page.fill("[id='f:name']", "Not to be left on a shared device");
    page.locator("form[action$='/sign-out'] button").first().evaluate("b => b.click()");
    page.waitForURL("**/en/");
    assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    assertThat(background(page, address)).isEqualTo(401);

    // signing out where the form's script is not at hand takes it away as well
    signIn(page, "en", "two-windows@example.org", NewEntrepreneur.PASSWORD);
    page.navigate("/en/my/listings");
    page.click("main td a[href$='/copy']");
    page.waitForURL("**/copy");
    axe(page);
    page.evaluate("localStorage.setItem('wasl.draft.left', '{}')");
    page.locator("form[action$='/sign-out'] button").first().evaluate("b => b.click()");
    page.waitForURL("**/en/");
    assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
  }

  /** What was saved elsewhere is shown as it is: nothing older is put over it unasked. */
  private static void theLinkBesideAConflictAsks(Page page, Page elsewhere) {
    elsewhere.navigate(page.url());
    elsewhere.fill("[id='f:name']", "Newer words");
    elsewhere.click("[id='f:save']");
    elsewhere.waitForSelector("[role=status]");
    page.fill("[id='f:name']", "Older words");
    page.click("[id='f:save']");
    page.waitForSelector("#keeper[data-newer=true]");
    var seen = page.context().waitForPage(() -> page.click("main a[target=_blank]"));
    seen.waitForSelector(".keeper-ask");
    assertThat(seen.inputValue("[id='f:name']")).isEqualTo("Newer words");
    assertThat(seen.locator(".keeper-ask button").count()).as("one may choose").isEqualTo(2);
    seen.close();
    assertThat(page.inputValue("[id='f:name']")).isEqualTo("Older words");
    page.click("[id='f:save']");
    page.waitForSelector("[role=status]");
  }

  /** The server has saved, but nobody heard of it. */
  private static void aLostAnswerIsNoConflict(Page page) {
    page.route(
        "**/edit/business",
        route -> {
          route.fetch();
          route.abort("connectionfailed");
        },
        once());
    page.fill("[id='f:name']", "Saved without an answer");
    state(page, "offline");
    page.fill("[id='f:name']", "Typed after it");
    page.waitForCondition(() -> page.evaluate("localStorage.length").equals(0));
    page.reload();
    assertThat(page.inputValue("[id='f:name']")).isEqualTo("Typed after it");
  }

  /** The server writes figures in its own digits: whoever typed them is asked nothing. */
  private static void figuresInOtherDigitsAreNoConflict(Page page) {
    page.route(
        "**/edit/business",
        route -> {
          route.fetch();
          route.abort("connectionfailed");
        },
        once());
    page.fill("[id='f:foundedYear']", "٢٠١٩");
    state(page, "offline");
    page.reload();
    assertThat(page.inputValue("[id='f:foundedYear']")).isEqualTo("2019");
    assertThat(page.locator(".keeper-ask").count()).isZero();
    assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
  }

  private static void whatIsTypedWhileARefusedSaveTravelsStays(Page page) {
    page.fill("[id='f:employees']", "many");
    typeWhileSaving(page, "typed while it was refused");
    page.waitForSelector("#keeper[data-posted=true]");
    assertThat(page.inputValue("[id='f:employees']")).isEqualTo("many");
    assertThat(page.inputValue("[id='f:name']")).isEqualTo("typed while it was refused");

    // taken, it is saved as well, and nobody is asked which words are the newer ones
    page.fill("[id='f:employees']", "4");
    typeWhileSaving(page, "typed while it was taken");
    page.waitForSelector("[role=status]");
    assertThat(page.inputValue("[id='f:name']")).isEqualTo("typed while it was taken");
    assertThat(page.locator(".keeper-ask button").count()).as("may be undone").isEqualTo(1);
    state(page, "saved");
  }

  /** The button is pressed, and a field changed before the answer can be there. */
  private static void typeWhileSaving(Page page, String name) {
    page.evaluate(
        "name => { document.getElementById('f:save').click();"
            + " const field = document.getElementById('f:name'); field.value = name;"
            + " field.dispatchEvent(new Event('input', {bubbles: true})); }",
        name);
  }

  private static Page.RouteOptions once() {
    return new Page.RouteOptions().setTimes(1);
  }

  @Test
  void anEarlierProjectIsCopiedAndTheFormNeedsNoScript() {
    var page = withoutScript("ar");
    signIn(page, "ar", "entrepreneur@demo.wasl.example", PASSWORD);
    page.navigate("/ar/my/listings");
    page.click("main tr:has-text('بيوت بلاستيكية') td a[href$='/copy']");
    assertThat(page.content()).doesNotContain("⟦").contains("ما لا يُنسخ");
    press(page, "copy", "**/edit/words");
    assertThat(page.inputValue("[id='f:title-ar']")).isNotBlank();
    press(page, "next", "**/edit/money");
    assertThat(page.textContent("#sums [data-sum=net]")).contains("دولار");
    press(page, "next", "**/edit/milestones");
    assertThat(page.inputValue("[id='f:lines:0:title']")).isNotBlank();
    assertThat(page.inputValue("[id='f:lines:0:dueOn']")).isEmpty();
    assertThat(page.locator("#plan ol li").count()).isPositive();
  }

  /** The status of an empty form that a script sends. */
  private static Object background(Page page, String address) {
    return page.evaluate(
        "address => fetch(address, {method: 'POST', redirect: 'manual', headers:"
            + " {'X-Wasl-Background': '1', 'Content-Type': 'application/x-www-form-urlencoded'},"
            + " body: 'f=f&jakarta.faces.ViewState=stateless&f%3Aauto=1'}).then(a => a.status)",
        address);
  }

  private void look(Page page, String lang, String name) {
    fits(page);
    axe(page);
    shot(page, "form-" + name + "-" + lang);
  }

  private static void state(Page page, String state) {
    page.waitForSelector("#keeper[data-state=" + state + "]");
  }

  private static void press(Page page, String button, String then) {
    page.click("[id='f:" + button + "']");
    page.waitForURL(then);
  }

  private static byte[] picture() throws IOException {
    var noise = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    var random = new Random(11);
    for (int i = 0; i < 640 * 480; i++) {
      noise.setRGB(i % 640, i / 640, random.nextInt(1 << 24));
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(noise, "png", out);
    return out.toByteArray();
  }
}
