package wasl.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong while an entrepreneur fills the form. */
class EntrepreneurJourneyIT extends BrowserIT {

  private static final String PASSWORD = "wasl-demo-2026";

  @Test
  void badUploadsAreToldKindly(@TempDir Path folder) throws IOException {
    var page = page("en");
    signIn(page, "en", "entrepreneur@demo.wasl.example", PASSWORD);
    draft(page, "files");

    upload(page, "g:gallery", file("text.jpg", "image/jpeg", new byte[] {104, 105}));
    assertThat(page.waitForSelector(".sending .error").textContent()).contains("this kind of file");
    for (int megabytes : new int[] {11, 40}) {
      Path big = Files.write(folder.resolve(megabytes + ".jpg"), new byte[megabytes << 20]);
      page.setInputFiles("[id='g:gallery']", big);
      page.locator("[id^='g:add']").press("Enter");
      page.waitForSelector(".sending .error:has-text('" + megabytes + " MB; the limit is 10 MB')");
    }
    page.setInputFiles("[id='g:gallery']", new FilePayload[0]);
    page.click("[id='g:addGallery']");
    page.waitForSelector("#problems:has-text('choose a file')");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatWasAddedIsTakenAwayAgain(boolean script) throws IOException {
    var page = script ? page("en") : withoutScript("en");
    signIn(page, "en", "entrepreneur@demo.wasl.example", PASSWORD);
    draft(page, "money");
    for (var step : List.of("money", "milestones", "risks")) {
      page.navigate(page.url().replaceAll("[a-z]+$", step));
      var name = "f:lines:%d:" + (step.equals("milestones") ? "title" : "what");
      int lines = page.locator("[id$=':remove']").count();
      for (int line = 0; line < 3; line++) {
        if (line >= lines) {
          push(page, "f:add");
        }
        page.waitForSelector("[id='" + name.formatted(line) + "']");
        page.fill("[id='" + name.formatted(line) + "']", "line " + line);
      }
      push(page, "f:lines:1:remove");
      page.waitForCondition(
          () -> page.inputValue("[id='" + name.formatted(1) + "']").equals("line 2"));
      assertThat(page.inputValue("[id='" + name.formatted(0) + "']")).isEqualTo("line 0");
      if (step.equals("risks")) {
        push(page, "f:save");
      } else {
        page.locator("[id='" + name.formatted(1) + "']").press("Enter");
      }
      page.waitForSelector("[role=status]");
      page.reload();
      assertThat(page.inputValue("[id='" + name.formatted(1) + "']")).as(step).isEqualTo("line 2");
    }
    page.navigate(page.url().replaceAll("[a-z]+$", "files"));
    var drawn = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(800, 450, BufferedImage.TYPE_INT_RGB), "jpg", drawn);
    upload(page, "c:cover", file("cover.jpg", "image/jpeg", drawn.toByteArray()));
    page.waitForSelector("[id='cx:remove']");
    for (var name : List.of("one.jpg", "two.jpg")) {
      drawn.write(0);
      upload(page, "g:gallery", file(name, "image/jpeg", drawn.toByteArray()));
      page.waitForSelector("[id=gx]:has-text('" + name + "')");
    }
    upload(
        page,
        "d:documents",
        file("plan.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(US_ASCII)));
    page.waitForSelector("[id=dx]");
    push(page, "gx:shots:0:remove");
    page.waitForCondition(() -> page.locator("[id=gx] figure").count() == 1);
    assertThat(page.textContent("[id=gx]")).contains("two.jpg");
    for (var button : List.of("gx:shots:0:remove", "dx:docs:0:remove", "cx:remove")) {
      push(page, button);
      page.waitForCondition(() -> page.locator("[id='" + button + "']").count() == 0);
    }
  }

  /** A reviewer of another ministry has no business with a draft; an auditor reads everything. */
  @Test
  void strangersSeeNoFilesOfADraft() throws IOException {
    var page = page("en");
    signIn(page, "en", "entrepreneur@demo.wasl.example", PASSWORD);
    draft(page, "files");
    var picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(800, 450, BufferedImage.TYPE_INT_RGB), "jpg", picture);
    upload(page, "c:cover", file("cover.jpg", "image/jpeg", picture.toByteArray()));
    var source = page.waitForSelector("figure.shot img").getAttribute("src");

    var stranger = page("en");
    assertThat(stranger.navigate(source).status()).isEqualTo(404);
    signIn(stranger, "en", "krg@demo.wasl.example", PASSWORD);
    assertThat(stranger.navigate(source).status()).isEqualTo(404);
    var auditor = page("en");
    signIn(auditor, "en", "auditor@demo.wasl.example", PASSWORD);
    // asked for, not opened: the browser's own viewer of pictures has styles that no policy of ours
    // allows
    assertThat(auditor.request().get(source).status()).isEqualTo(200);
  }

  @Test
  void nothingTypedIsLostWhenTheSessionEndsOrAnotherTabSaves() {
    var page = page("en");
    signIn(page, "en", "entrepreneur@demo.wasl.example", PASSWORD);
    draft(page, "words");
    page.fill("[id='f:title-en']", "Typed \u202Ebefore\u0007 the end");
    var other = page.context().newPage();
    other.navigate(page.url().replace("words", "risks"));
    other.fill("[id='f:lines:0:what']", "A tab beside");
    page.context().clearCookies();
    page.click("[id='f:save']");
    page.waitForURL("**/sign-in?**");
    axe(page);
    press(other, "save", "**/sign-in?**");
    // whoever reads on in another language still gets the form back where it was typed
    page.navigate(page.url().replace("/en/", "/ar/"));
    fillSignIn(page, "entrepreneur@demo.wasl.example", PASSWORD);
    axe(page);
    page.click("main [type=submit]");
    page.waitForURL("**/en/**/edit/words");
    assertThat(page.inputValue("[id='f:title-en']")).isEqualTo("Typed before the end");
    other.reload();
    other.click("main [type=submit]");
    other.waitForURL("**/edit/risks");
    assertThat(other.inputValue("[id='f:lines:0:what']")).isEqualTo("A tab beside");

    other.navigate(page.url());
    other.fill("[id='f:title-en']", "From the other tab");
    other.dblclick("[id='f:save']");
    other.waitForSelector("[role=status]");
    page.fill("[id='f:title-en']", "From this tab");
    page.click("[id='f:save']");
    page.waitForSelector("#problems");
    assertThat(page.inputValue("[id='f:title-en']")).isEqualTo("From this tab");
    axe(page);
    press(page, "next", "**/edit/money");

    page.navigate(other.url());
    page.fill("[id='f:title-en']", "Once more");
    press(page, "next", "**/edit/money");
    page.goBack();
    assertThat(page.inputValue("[id='f:title-en']")).isEqualTo("Once more");
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

  private static void press(Page page, String button, String then) {
    page.click(button.contains(":") ? "[id='" + button + "']" : "[id='f:" + button + "']");
    page.waitForURL(then);
  }

  /** By the keyboard: without script a click waits in vain for the page to stand still. */
  private static void push(Page page, String button) {
    page.locator("[id='" + button + "']").press("Enter");
  }

  private static FilePayload file(String name, String type, byte[] content) {
    return new FilePayload(name, type, content);
  }

  private static void upload(Page page, String field, FilePayload file) {
    page.setInputFiles("[id='" + field + "']", file);
    page.locator("[id^='" + field.charAt(0) + ":add']").press("Enter");
  }
}
