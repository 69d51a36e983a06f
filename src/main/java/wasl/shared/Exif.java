package wasl.shared;

/** The one thing that is wanted from a JPEG's Exif block: how the camera was held. */
final class Exif {

  private static final int ORIENTATION = 0x0112;

  private Exif() {}

  /** 1 (upright) to 8; 1 where nothing is noted. */
  static int turn(byte[] jpeg) {
    try {
      int at = 2;
      while (jpeg[0] == (byte) 0xFF && jpeg[1] == (byte) 0xD8 && jpeg[at] == (byte) 0xFF) {
        int marker = jpeg[at + 1] & 0xFF;
        int length = number(jpeg, at + 2, 2, true);
        if (marker == 0xE1 && jpeg[at + 4] == 'E' && jpeg[at + 5] == 'x') {
          return inTiff(jpeg, at + 10);
        }
        if (marker == 0xDA) {
          return 1;
        }
        at += 2 + length;
      }
    } catch (ArrayIndexOutOfBoundsException cut) {
      return 1;
    }
    return 1;
  }

  private static int inTiff(byte[] jpeg, int tiff) {
    boolean big = jpeg[tiff] == 'M';
    int directory = tiff + number(jpeg, tiff + 4, 4, big);
    int entries = number(jpeg, directory, 2, big);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (number(jpeg, entry, 2, big) == ORIENTATION) {
        int turn = number(jpeg, entry + 8, 2, big);
        return turn >= 1 && turn <= 8 ? turn : 1;
      }
    }
    return 1;
  }

  private static int number(byte[] bytes, int at, int length, boolean big) {
    int value = 0;
    for (int i = 0; i < length; i++) {
      int each = bytes[at + (big ? i : length - 1 - i)] & 0xFF;
      value = value << 8 | each;
    }
    return value;
  }
}
