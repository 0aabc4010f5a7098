package org.vigie.casework.submission;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What a gzip grows to: little of one may hold much, which is known before anything is made of it.
 */
final class Unpacked {
  /** As much as a zip may hold. */
  static final long MOST_BYTES = 512L << 20;

  private Unpacked() {}

  /** Returns whether a file is no gzip, or a whole one that doesn't grow beyond bounds. */
  static boolean fits(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(2);
      byte[] magic = in.readNBytes(2);
      in.reset();
      return magic.length < 2
          || magic[0] != 0x1f
          || magic[1] != (byte) 0x8b
          || size(new GZIPInputStream(in)) <= MOST_BYTES;
    } catch (ZipException | EOFException e) {
      return false;
    }
  }

  private static long size(InputStream unpacked) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    for (int read = 0; read >= 0 && bytes <= MOST_BYTES; read = unpacked.read(buffer)) {
      bytes += read;
    }
    return bytes;
  }
}
