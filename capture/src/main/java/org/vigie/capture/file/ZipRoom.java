package org.vigie.capture.file;

import java.io.IOException;

/**
 * How much may still be unpacked of one file that a person has: of all archives in its archives
 * together, since each may hold the next many times.
 */
public final class ZipRoom {
  private static final int MAX_PARTS = 20_000;
  private static final long MAX_BYTES = 512L << 20;

  private long parts = MAX_PARTS;
  private long bytes = MAX_BYTES;

  /** Takes room for some files; whether there is any is known before one is read. */
  void takeParts(int count) throws IOException {
    parts -= count;
    if (parts < 0) {
      throw new IOException(
          "a zip must have at most %d files, with those of the zips in it, but has more"
              .formatted(MAX_PARTS));
    }
  }

  /** Returns one byte more than there is room for: whoever reads as many has read too much. */
  int most() {
    return (int) (Math.max(bytes, 0) + 1);
  }

  void takeBytes(int count) throws IOException {
    bytes -= count;
    if (bytes < 0) {
      throw new IOException(
          "a zip must hold at most %d bytes unpacked, with the zips in it, but holds more"
              .formatted(MAX_BYTES));
    }
  }
}
