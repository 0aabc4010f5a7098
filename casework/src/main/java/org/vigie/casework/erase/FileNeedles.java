package org.vigie.casework.erase;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.vigie.pipeline.erase.Needles;

/** Texts that are looked for in files, also in those that are zipped. */
final class FileNeedles {
  /** What people write between the digits of a number, as the bytes of UTF-8 that it is. */
  private static final Pattern BETWEEN_DIGITS =
      Pattern.compile("[ ./()\u00A0-]+|\u00C2\u00A0|\u00E2\u0080[\u0080-\u00AF]");

  /** Files are read in pieces: what a partner sent may be one line without end. */
  private static final int PIECE = 1 << 16;

  /** More than people write between the digits of one number. */
  private static final int BETWEEN = 1 << 10;

  private final Needles wanted;
  private final Needles numbers;
  private final boolean hasNumbers;

  /** What of a piece is read again with the next one: no text is longer. */
  private final int overlap;

  /**
   * @param wanted found as they are
   * @param numbers telephone numbers, found however their digits are parted
   */
  FileNeedles(Collection<String> wanted, Collection<String> numbers) {
    this.wanted = new Needles(wanted);
    this.numbers = new Needles(numbers);
    this.hasNumbers = !numbers.isEmpty();
    this.overlap =
        BETWEEN
            + Stream.concat(wanted.stream(), numbers.stream())
                .mapToInt(text -> text.getBytes(UTF_8).length)
                .max()
                .orElse(0);
  }

  /**
   * Returns whether any of them stands in a line.
   *
   * @param line bytes as characters of their numbers (ISO 8859-1)
   */
  boolean areIn(String line) {
    return wanted.areIn(line)
        || (hasNumbers && numbers.areIn(BETWEEN_DIGITS.matcher(line).replaceAll("")));
  }

  /** Whether something is found in what an archive unpacks to. */
  @FunctionalInterface
  interface Search {
    boolean finds(InputStream in) throws IOException;
  }

  /** Returns whether a file says that it is an archive of files. */
  static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(2), new byte[] {'P', 'K'});
    }
  }

  boolean areInZip(Path file, Search search) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          if (search.finds(in)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  boolean areIn(InputStream in) throws IOException {
    byte[] piece = new byte[overlap + PIECE];
    int kept = 0;
    for (int n = in.readNBytes(piece, 0, piece.length); n > 0; ) {
      int end = kept + n;
      if (areIn(new String(piece, 0, end, ISO_8859_1))) {
        return true;
      }
      kept = Math.min(end, overlap);
      System.arraycopy(piece, end - kept, piece, 0, kept);
      n = in.readNBytes(piece, kept, piece.length - kept);
    }
    return false;
  }
}
