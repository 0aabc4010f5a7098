package org.vigie.casework.erase;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.vigie.pipeline.erase.Needles;

/** Texts that are looked for in files, also in those that are zipped. */
final class FileNeedles {
  /** What people write between the digits of a number. */
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[ \u00A0./()-]+");

  private final Needles wanted;
  private final Needles numbers;
  private final boolean hasNumbers;

  /**
   * @param wanted found as they are
   * @param numbers telephone numbers, found however their digits are parted
   */
  FileNeedles(Collection<String> wanted, Collection<String> numbers) {
    this.wanted = new Needles(wanted);
    this.numbers = new Needles(numbers);
    this.hasNumbers = !numbers.isEmpty();
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

  boolean areIn(Path file) throws IOException {
    byte[] magic = new byte[2];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(magic.length);
      int n = in.readNBytes(magic, 0, magic.length);
      in.reset();
      boolean two = n == magic.length;
      if (two && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
        return areIn(new GZIPInputStream(in));
      }
      if (!two || magic[0] != 'P' || magic[1] != 'K') {
        return areIn(in);
      }
    }
    return areInZip(file);
  }

  private boolean areInZip(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          if (areIn(in)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean areIn(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, ISO_8859_1));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (areIn(line)) {
        return true;
      }
    }
    return false;
  }
}
