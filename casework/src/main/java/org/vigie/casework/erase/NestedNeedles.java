package org.vigie.casework.erase;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Texts that are looked for in files of somebody else: in archives, in those that lie in them, and
 * so on, as far as all of them together stay within bounds.
 */
final class NestedNeedles {
  private static final int DEEPEST = 4;

  /** Small ones that unpack to a disk full must not keep an erasure from its end. */
  static final long MOST_UNPACKED = 2L << 30;

  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final FileNeedles wanted;

  /** Bytes that may yet be unpacked. */
  private long left;

  /**
   * @param most bytes that are unpacked, of all archives in it together
   */
  NestedNeedles(FileNeedles wanted, long most) {
    this.wanted = wanted;
    this.left = most;
  }

  /**
   * Returns whether any of them is in a file, whoever made it: one that is broken must keep
   * nobody's erasure from its end.
   *
   * @param closed is told of the file if none was found, but it can't be searched whole
   */
  boolean areIn(Path file, Consumer<Path> closed) throws IOException {
    try {
      return areIn(file);
    } catch (ZipException | EOFException e) {
      closed.accept(file);
      return false;
    }
  }

  /**
   * Returns whether any of them is in a file.
   *
   * @throws ZipException if none was found, but an archive is broken, too big or too deep
   */
  boolean areIn(Path file) throws IOException {
    if (FileNeedles.isZip(file)) {
      return wanted.areInZip(file, in -> areIn(new Counted(in), 1));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return areIn(in, 0);
    }
  }

  private boolean areIn(InputStream stream, int depth) throws IOException {
    InputStream in = new BufferedInputStream(stream);
    in.mark(ZIP.length);
    byte[] magic = in.readNBytes(ZIP.length);
    in.reset();
    if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
      requireNotDeeper(depth);
      return areIn(new Counted(new GZIPInputStream(in)), depth + 1);
    }
    if (Arrays.equals(magic, ZIP)) {
      requireNotDeeper(depth);
      return areInEntries(new ZipInputStream(in), depth + 1);
    }
    return wanted.areIn(in);
  }

  private boolean areInEntries(ZipInputStream zip, int depth) throws IOException {
    try {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (areIn(new Counted(zip), depth)) {
          return true;
        }
      }
      return false;
    } catch (IllegalArgumentException e) { // as Java says of a name that isn't in UTF-8
      ZipException broken = new ZipException("an archive must have names in UTF-8, but hasn't");
      broken.initCause(e);
      throw broken;
    }
  }

  private static void requireNotDeeper(int depth) throws ZipException {
    if (depth == DEEPEST) {
      throw new ZipException(
          "archives must lie in each other at most %d deep, but more do".formatted(DEEPEST));
    }
  }

  /** Takes what it unpacks from what may yet be. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    private int counted(int n) throws ZipException {
      left -= Math.max(n, 0);
      if (left < 0) {
        throw new ZipException("an archive must unpack to fewer bytes, but doesn't");
      }
      return n;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      counted(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      return counted(super.read(buffer, from, length));
    }
  }
}
