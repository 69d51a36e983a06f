package wasl.listing.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import wasl.listing.AddMedia;
import wasl.listing.ListingId;
import wasl.listing.ListingRefused;
import wasl.listing.Media;
import wasl.listing.RemoveMedia;
import wasl.listing.Section;
import wasl.party.CurrentActor;
import wasl.shared.Ids;
import wasl.shared.Pictures;
import wasl.shared.Refused;
import wasl.shared.UploadRefused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** What the buttons of the step about pictures and documents do. */
@Named
@RequestScoped
public class ListingFilesPage {

  @Inject private CurrentActor actor;
  @Inject private FilesForm form;
  @Inject private AddMedia addMedia;
  @Inject private RemoveMedia removeMedia;
  @Inject private PageMessages messages;

  /** Adds the chosen cover. */
  public void addCover() {
    upload(Arrays.asList(form.getCover()), Media.Kind.COVER);
  }

  /** Adds the chosen pictures to the gallery. */
  public void addGallery() {
    upload(form.getGallery(), Media.Kind.GALLERY);
  }

  /** Adds the chosen documents. */
  public void addDocuments() {
    upload(form.getDocuments(), Media.Kind.DOCUMENT);
  }

  private void upload(List<Part> parts, Media.Kind kind) {
    List<Part> chosen =
        parts == null
            ? List.of()
            : parts.stream().filter(Objects::nonNull).filter(part -> part.getSize() > 0).toList();
    if (chosen.isEmpty()) {
      throw new Refused(new UploadRefused.UploadMissing());
    }
    for (Part part : chosen) {
      if (part.getSize() > Pictures.MOST_BYTES) {
        // before it is taken into memory
        throw new Refused(UploadRefused.UploadSize.of(part.getSize(), Pictures.MOST_BYTES));
      }
      try (InputStream in = part.getInputStream()) {
        addMedia.handle(
            new AddMedia.Command(
                actor.get(), listing(), kind, part.getSubmittedFileName(), in.readAllBytes()));
      } catch (IOException lost) {
        throw new UncheckedIOException(lost);
      }
    }
    messages.flash("ok", "listing.edit.files.added");
    stay();
  }

  /** Removes a picture or a document. */
  public void remove(String code) {
    Ids.parse(code)
        .ifPresent(
            media -> removeMedia.handle(new RemoveMedia.Command(actor.get(), listing(), media)));
    stay();
  }

  private static void stay() {
    PageLinks.here().go("/my/listings/" + listing() + "/edit/" + Section.FILES.step());
  }

  private static ListingId listing() {
    return ListingId.parse(PageLinks.value("id"))
        .orElseThrow(() -> new Refused(new ListingRefused.NotFound()));
  }
}
