package wasl.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.shared.Lang;
import wasl.shared.Refusal;
import wasl.shared.Refused;
import wasl.shared.Sql;
import wasl.shared.UploadRefused;

/** Files in parts, and the copy of an earlier listing, against the real database. */
@ExtendWith(ArquillianExtension.class)
class ListingFormIT {

  @Inject private StartListing startListing;
  @Inject private SaveSection saveSection;
  @Inject private BeginUpload beginUpload;
  @Inject private TakeUploadPart takeUploadPart;
  @Inject private DropUpload dropUpload;
  @Inject private ForgetUploads forgetUploads;
  @Inject private AddMedia addMedia;
  @Inject private RemoveMedia removeMedia;
  @Inject private DuplicateListing duplicateListing;
  @Inject private WithdrawListing withdrawListing;
  @Inject private ListingQueries queries;
  @Inject private Sql sql;

  private final Actor owner = someone();
  private final Actor stranger = someone();

  private static Actor someone() {
    return new Actor(PartyId.next(), Set.of(Role.ENTREPRENEUR), null, Lang.EN, false);
  }

  @Test
  void aPictureComesInPartsWhateverIsSentTwiceOrTooEarly() throws IOException {
    ListingId listing = draft();
    byte[] picture = picture();
    assertThat(picture.length).isGreaterThan(2 * PartialFiles.PART_BYTES);
    PartialFiles.View file = begin(owner, listing, Media.Kind.GALLERY, picture.length);
    int half = PartialFiles.PART_BYTES;

    assertThat(put(owner, file, half, Arrays.copyOfRange(picture, half, 2 * half)).here())
        .as("a gap")
        .isZero();
    assertThat(put(owner, file, 0, new byte[0]).here()).as("its content was lost").isZero();
    assertThat(put(owner, file, 0, Arrays.copyOf(picture, half)).here()).isEqualTo(half);
    assertThat(put(owner, file, 0, Arrays.copyOf(picture, half)).here())
        .as("sent again")
        .isEqualTo(half);
    // chosen again after a reload: it goes on, and is one file
    PartialFiles.View again = begin(owner, listing, Media.Kind.GALLERY, picture.length);
    assertThat(again.id()).isEqualTo(file.id());
    assertThat(again.here()).isEqualTo(half);
    assertThat(queries.whole(listing).media(Media.Kind.GALLERY)).isEmpty();

    PartialFiles.View last = file;
    for (int at = half; at < picture.length; at += half) {
      last = put(owner, file, at, part(picture, at));
    }
    assertThat(last.done()).isTrue();
    assertThat(put(owner, file, 0, Arrays.copyOf(picture, half)).done()).isTrue();
    assertThat(queries.whole(listing).media(Media.Kind.GALLERY)).hasSize(1);
    assertThat(parts(file)).isZero();
  }

  @Test
  void aDocumentComesWholeInOnePart() {
    ListingId listing = draft();
    byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
    PartialFiles.View file = begin(owner, listing, Media.Kind.DOCUMENT, pdf.length);
    assertThat(put(owner, file, 0, pdf).done()).isTrue();
    assertThat(queries.whole(listing).media(Media.Kind.DOCUMENT)).hasSize(1);
  }

  @Test
  void theSameFileSentAgainIsThereOnce() throws IOException {
    ListingId listing = draft();
    byte[] picture = picture();
    sendWhole(listing, picture);

    PartialFiles.View again = begin(owner, listing, Media.Kind.GALLERY, picture.length);
    assertThat(again.done()).as("it need not travel again").isTrue();
    addMedia.handle(
        new AddMedia.Command(owner, listing, Media.Kind.GALLERY, "renamed.png", picture));
    assertThat(queries.whole(listing).media(Media.Kind.GALLERY)).hasSize(1);
    // for something else it may be had, and once it was taken out it can come back
    addMedia.handle(new AddMedia.Command(owner, listing, Media.Kind.COVER, "c.png", picture));
    assertThat(queries.whole(listing).cover()).isNotNull();
    removeMedia.handle(new RemoveMedia.Command(owner, listing, again.media()));
    sendWhole(listing, picture);
    assertThat(queries.whole(listing).media(Media.Kind.GALLERY)).hasSize(1);
  }

  private void sendWhole(ListingId listing, byte[] picture) {
    PartialFiles.View file = begin(owner, listing, Media.Kind.GALLERY, picture.length);
    assertThat(file.here()).isZero();
    for (int at = 0; at < picture.length; at += PartialFiles.PART_BYTES) {
      file = put(owner, file, at, part(picture, at));
    }
    assertThat(file.done()).isTrue();
  }

  @Test
  void whatIsGivenUpLeavesNothingAndWhatIsHereStays() {
    ListingId listing = draft();
    PartialFiles.View file = begin(owner, listing, Media.Kind.DOCUMENT, 100);
    put(owner, file, 0, "%PDF-".getBytes(StandardCharsets.US_ASCII));
    assertThat(dropUpload.handle(new DropUpload.Command(stranger, listing, file.id()))).isFalse();
    assertThat(parts(file)).as("not a stranger's to give up").isEqualTo(1);
    assertThat(dropUpload.handle(new DropUpload.Command(owner, listing, file.id()))).isFalse();
    assertThat(parts(file)).isZero();
    refuses(() -> put(owner, file, 5, new byte[1]), ListingRefused.NotFound.class);

    byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
    PartialFiles.View whole = begin(owner, listing, Media.Kind.DOCUMENT, pdf.length);
    put(owner, whole, 0, pdf);
    assertThat(dropUpload.handle(new DropUpload.Command(owner, listing, whole.id())))
        .as("too late")
        .isTrue();
    assertThat(queries.whole(listing).media(Media.Kind.DOCUMENT)).hasSize(1);
  }

  @Test
  void nobodyBeginsMoreDraftsThanOneCanWrite() {
    ListingId first = draft();
    for (int i = 2; i < Listings.MOST_DRAFTS; i++) {
      draft();
    }
    DuplicateListing.Command copy = new DuplicateListing.Command(owner, first, ListingId.next());
    duplicateListing.handle(copy);
    refuses(
        () -> duplicateListing.handle(new DuplicateListing.Command(owner, first, ListingId.next())),
        ListingRefused.TooManyDrafts.class);
    refuses(this::draft, ListingRefused.TooManyDrafts.class);
    duplicateListing.handle(copy);
    withdrawListing.handle(new WithdrawListing.Command(owner, first));
    duplicateListing.handle(new DuplicateListing.Command(owner, first, ListingId.next()));
    assertThat(queries.mine(owner.party())).hasSize(Listings.MOST_DRAFTS + 1);
  }

  @Test
  void whatCannotBeTakenIsRefusedBeforeItTravels() {
    ListingId listing = draft();
    refuses(() -> begin(owner, listing, Media.Kind.COVER, 0), UploadRefused.UploadMissing.class);
    refuses(
        () -> begin(owner, listing, Media.Kind.COVER, 11L << 20), UploadRefused.UploadSize.class);
    PartialFiles.View gif = begin(owner, listing, Media.Kind.COVER, 300);
    refuses(
        () -> put(owner, gif, 0, "GIF89a moves".getBytes(StandardCharsets.US_ASCII)),
        UploadRefused.UploadType.class);
    refuses(() -> put(owner, gif, 0, new byte[301]), UploadRefused.UploadBroken.class);
    byte[] bomb = bomb();
    PartialFiles.View huge = begin(owner, listing, Media.Kind.COVER, bomb.length);
    refuses(() -> put(owner, huge, 0, bomb), UploadRefused.UploadPixels.class);
    byte[] torn = Arrays.copyOf(bomb, 20);
    PartialFiles.View broken = begin(owner, listing, Media.Kind.GALLERY, torn.length);
    refuses(() -> put(owner, broken, 0, torn), UploadRefused.UploadBroken.class);
    assertThat(queries.whole(listing).media(Media.Kind.COVER)).isEmpty();
  }

  @Test
  void nobodySendsToNorReadsNorCopiesAnothersListing() {
    ListingId listing = draft();
    PartialFiles.View file = begin(owner, listing, Media.Kind.COVER, 500);
    refuses(() -> begin(stranger, listing, Media.Kind.COVER, 500), ListingRefused.NotFound.class);
    refuses(() -> put(stranger, file, 0, new byte[10]), ListingRefused.NotFound.class);
    refuses(
        () ->
            duplicateListing.handle(
                new DuplicateListing.Command(stranger, listing, ListingId.next())),
        ListingRefused.NotFound.class);
    // nor under the id of a listing that is somebody else's
    ListingId own = ListingId.next();
    startListing.handle(new StartListing.Command(stranger, own, null));
    refuses(
        () -> duplicateListing.handle(new DuplicateListing.Command(stranger, own, listing)),
        ListingRefused.NotFound.class);
  }

  @Test
  void whoBeginsTooMuchPushesOutTheOldestAndADayEndsTheRest() {
    ListingId listing = draft();
    PartialFiles.View first = begin(owner, listing, Media.Kind.DOCUMENT, 100);
    age(first, 30);
    for (int i = 1; i <= PartialFiles.MOST_OPEN; i++) {
      begin(owner, listing, Media.Kind.DOCUMENT, 100 + i);
    }
    refuses(() -> put(owner, first, 0, new byte[1]), ListingRefused.NotFound.class);

    PartialFiles.View left = begin(owner, listing, Media.Kind.DOCUMENT, 200);
    put(owner, left, 0, "%PDF-".getBytes(StandardCharsets.US_ASCII));
    age(left, 60 * 25);
    forgetUploads.forget();
    refuses(() -> put(owner, left, 5, new byte[1]), ListingRefused.NotFound.class);
    assertThat(parts(left)).isZero();
  }

  @Test
  void aHandedBackListingTakesNoFiles() {
    ListingId listing = draft();
    withdrawListing.handle(new WithdrawListing.Command(owner, listing));
    refuses(() -> begin(owner, listing, Media.Kind.COVER, 500), ListingRefused.StateChanged.class);
  }

  @Test
  void aCopyHasTheWordsAndTheMoneyButNoDatesDocumentsNorState() throws IOException {
    ListingId from = draft();
    for (ListingContent.Part part : content()) {
      saveSection.handle(new SaveSection.Command(owner, from, 0, part));
    }
    addMedia.handle(new AddMedia.Command(owner, from, Media.Kind.COVER, "cover.png", picture()));
    addMedia.handle(
        new AddMedia.Command(
            owner,
            from,
            Media.Kind.DOCUMENT,
            "quote.pdf",
            "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1)));
    withdrawListing.handle(new WithdrawListing.Command(owner, from));
    DuplicateListing.Command copy = new DuplicateListing.Command(owner, from, ListingId.next());
    duplicateListing.handle(copy);
    duplicateListing.handle(copy);

    ListingQueries.Whole old = queries.whole(from);
    ListingQueries.Whole made = queries.whole(copy.as());
    assertThat(made.facts().state()).isEqualTo(ListingState.DRAFT);
    assertThat(made.facts().business()).isEqualTo(old.facts().business());
    assertThat(made.content().words()).isEqualTo(old.content().words());
    assertThat(made.content().plan()).isEqualTo(old.content().plan());
    assertThat(made.content().milestones().list())
        .containsExactly(new ListingContent.Milestone("Bought", 10_000, null, "The bill"));
    assertThat(made.content().risks()).isEqualTo(old.content().risks());
    assertThat(made.cover().id()).isNotEqualTo(old.cover().id());
    assertThat(made.media(Media.Kind.DOCUMENT)).isEmpty();
    assertThat(queries.mine(owner.party())).hasSize(2);
  }

  private ListingId draft() {
    ListingId listing = ListingId.next();
    startListing.handle(new StartListing.Command(owner, listing, null));
    return listing;
  }

  private PartialFiles.View begin(Actor by, ListingId listing, Media.Kind kind, long size) {
    return beginUpload.handle(
        new BeginUpload.Command(by, listing, kind, "mark-" + size, "a file", size));
  }

  private PartialFiles.View put(Actor by, PartialFiles.View file, int at, byte[] part) {
    return takeUploadPart.handle(
        new TakeUploadPart.Command(by, file.listing(), file.id(), at, part));
  }

  private static byte[] part(byte[] whole, int at) {
    return Arrays.copyOfRange(whole, at, Math.min(whole.length, at + PartialFiles.PART_BYTES));
  }

  private long parts(PartialFiles.View file) {
    return sql.number("SELECT COUNT(*) FROM listing_upload_part WHERE upload_id = ?", file.id());
  }

  private void age(PartialFiles.View file, int minutes) {
    sql.change(
        "UPDATE listing_upload SET touched_at = UTC_TIMESTAMP(6) - INTERVAL ? MINUTE WHERE id = ?",
        minutes,
        file.id());
  }

  private static void refuses(ThrowingCallable work, Class<? extends Refusal> refusal) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(refusal));
  }

  /** Noise, which no format makes small. */
  private static byte[] picture() throws IOException {
    BufferedImage noise = new BufferedImage(520, 420, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int i = 0; i < noise.getWidth() * noise.getHeight(); i++) {
      noise.setRGB(i % noise.getWidth(), i / noise.getWidth(), random.nextInt(1 << 24));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(noise, "png", out);
    return out.toByteArray();
  }

  /** A PNG of a few bytes that claims 15 000 times 15 000 pixels (ISO 15948, 11.2.2). */
  private static byte[] bomb() {
    ByteBuffer header = ByteBuffer.allocate(17);
    header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(15_000).putInt(15_000);
    header.put(new byte[] {8, 2, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(header.array());
    return ByteBuffer.allocate(45)
        .putLong(0x89504E470D0A1A0AL)
        .putInt(13)
        .put(header.array())
        .putInt((int) sum.getValue())
        .putInt(0)
        .put("IDAT".getBytes(StandardCharsets.US_ASCII))
        .putInt(0x35AF061E)
        .array();
  }

  private static List<ListingContent.Part> content() {
    return List.of(
        new ListingContent.Words(
            Lang.AR,
            Map.of(
                Lang.AR, new ListingContent.Text("نول جديد", "خلاصة", "قصة"),
                Lang.EN, new ListingContent.Text("A new loom", null, null))),
        new ListingContent.Plan(
            FundingModel.GRANT,
            Currency.USD,
            Money.minor(100_000, Currency.USD),
            Money.minor(80_000, Currency.USD),
            null,
            null,
            30,
            List.of(
                ListingContent.BudgetLine.typed(
                    "صوف", 7, Money.minor(13_000, Currency.IQD), true))),
        new ListingContent.Milestones(
            List.of(
                new ListingContent.Milestone(
                    "Bought", 10_000, LocalDate.parse("2027-06-01"), "The bill"))),
        new ListingContent.Risks(
            List.of(new ListingContent.Risk("Wool gets dearer", "We buy early")), 2, 3, List.of()));
  }
}
