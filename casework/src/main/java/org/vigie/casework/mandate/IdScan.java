package org.vigie.casework.mandate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A stream that keeps the ids of what is written to it, as {@link ShownIds} knows them, and nothing
 * else, in time that grows with its length alone.
 */
public final class IdScan extends OutputStream {
  private static final int DIGITS = 20;

  /** Letters of what is shown: mandates and inputs have others. */
  private static final String KINDS = "acnw";

  /** First two bytes of a zip, as XLSX is one, too. */
  private static final byte[] ZIP = {'P', 'K'};

  private final TreeSet<String> found = new TreeSet<>();

  /** What may become an id: a letter, a hyphen and digits. */
  private final StringBuilder begun = new StringBuilder(DIGITS + 2);

  /** Whether the last sign goes on a word, so that no id begins after it. */
  private boolean isInWord;

  /** Returns the ids in all files of a folder, or in a file; of a zip, in what it holds. */
  public static ShownIds ofFiles(Path place) throws IOException {
    IdScan scan = new IdScan();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        scan.read(file);
      }
    }
    return scan.ids();
  }

  private void read(Path file) throws IOException {
    if (isZip(file)) {
      // By its directory: workbooks are written with headers that a stream of entries can't read.
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          try (InputStream in = zip.getInputStream(entry)) {
            in.transferTo(this);
          }
          next('\n');
        }
      }
    } else {
      Files.copy(file, this);
      next('\n');
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    }
  }

  @Override
  public void write(int b) {
    next(b & 0xFF);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      next(bytes[i] & 0xFF);
    }
  }

  /** Reads one more sign of a text, or one more byte of its UTF-8. */
  void next(int c) {
    int length = begun.length();
    boolean isGoingOn =
        switch (length) {
          case 0 -> !isInWord && isKind(c);
          case 1 -> c == '-';
          default -> length < DIGITS + 2 && isDigit(c);
        };
    if (isGoingOn) {
      begun.append((char) c);
    } else if (length == 3 && c == '-' && isKind(begun.charAt(2))) {
      begun.delete(0, 2).append('-'); // a-c-…: the second letter begins anew
    } else {
      restart(c);
    }
    isInWord = isWord(c);
  }

  private void restart(int c) {
    boolean isWhole = begun.length() == DIGITS + 2 && !isWord(c);
    if (isWhole) {
      found.add(begun.toString());
    }
    begun.setLength(0);
    if (!isInWord && isKind(c)) {
      begun.append((char) c);
    }
  }

  /** Returns what was found; what was written ends here. */
  public ShownIds ids() {
    next('\n');
    return found.isEmpty() ? ShownIds.none() : new ShownIds(List.copyOf(found));
  }

  private static boolean isKind(int c) {
    return KINDS.indexOf(c) >= 0;
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  private static boolean isWord(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
