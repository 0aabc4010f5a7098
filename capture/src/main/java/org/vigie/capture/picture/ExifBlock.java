package org.vigie.capture.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a camera wrote into a JPEG file beside the picture: counted, and dropped but for which side
 * is up.
 *
 * @param fields how many fields there are
 * @param orientation 1 to 8, as EXIF counts them; 1 if it isn't told
 */
record ExifBlock(int fields, int orientation) {
  static final ExifBlock NONE = new ExifBlock(0, 1);

  private static final int ORIENTATION = 0x0112;
  private static final int CAMERA = 0x8769;
  private static final int PLACE = 0x8825;

  /** A damaged block may lead in circles. */
  private static final int MAX_DIRECTORIES = 8;

  /** Of all directories together: each of those may lead to others that lead back to it. */
  static final int MAX_FIELDS = 10_000;

  /** Returns what is in a file, as far as it can be read; nothing if it is no JPEG. */
  static ExifBlock of(byte[] file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(file);
      int at = 2;
      while (at + 4 < file.length && (file[at] & 0xff) == 0xff && (file[at + 1] & 0xff) != 0xda) {
        int length = bytes.getShort(at + 2) & 0xffff;
        boolean exif = (file[at + 1] & 0xff) == 0xe1 && length > 16;
        if (exif && bytes.getInt(at + 4) == 0x45786966) {
          return read(bytes.slice(at + 10, Math.min(length - 8, file.length - at - 10)));
        }
        at += 2 + length;
      }
      return NONE;
    } catch (IndexOutOfBoundsException e) {
      return NONE;
    }
  }

  private static ExifBlock read(ByteBuffer block) {
    block.order(block.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int[] found = {0, 1};
    try {
      directory(block, block.getInt(4), found, 0);
    } catch (IndexOutOfBoundsException e) {
      // What was counted before it broke off counts.
    }
    return new ExifBlock(found[0], found[1]);
  }

  private static void directory(ByteBuffer block, int start, int[] found, int depth) {
    if (depth > MAX_DIRECTORIES) {
      return;
    }
    int entries = block.getShort(start) & 0xffff;
    for (int i = 0; i < entries && found[0] < MAX_FIELDS; i++) {
      int entry = start + 2 + i * 12;
      int tag = block.getShort(entry) & 0xffff;
      found[0]++;
      if (tag == ORIENTATION) {
        int value = block.getShort(entry + 8);
        found[1] = value >= 1 && value <= 8 ? value : 1;
      } else if (tag == CAMERA || tag == PLACE) {
        directory(block, block.getInt(entry + 8), found, depth + 1);
      }
    }
  }
}
