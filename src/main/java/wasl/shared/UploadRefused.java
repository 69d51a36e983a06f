package wasl.shared;

/** Why an uploaded file is not taken. */
public sealed interface UploadRefused extends Refusal {

  /** No file was chosen. */
  record UploadMissing() implements UploadRefused {}

  /** The file is none of the kinds that are taken. */
  record UploadType() implements UploadRefused {}

  /** The file is larger than may be; sizes in megabytes, the file's rounded up. */
  record UploadSize(long size, long max) implements UploadRefused {
    private static final long MEGABYTE = 1024L * 1024L;

    /** The refusal for a file of so many bytes. */
    public static UploadSize of(long bytes, long most) {
      return new UploadSize((bytes + MEGABYTE - 1) / MEGABYTE, most / MEGABYTE);
    }
  }

  /** The file is damaged or not whole. */
  record UploadBroken() implements UploadRefused {}

  /** The picture has more pixels than are decoded; in millions. */
  record UploadPixels(long most) implements UploadRefused {}
}
