package org.vigie.capture.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files in a zip, within bounds on their number, their size and what they grow to. */
final class ZipParts {
  private static final int MAX_PARTS = 20_000;

  /** What all parts may hold together, unpacked. */
  private static final long MAX_BYTES = 512L << 20;

  private ZipParts() {}

  /**
   * Returns name → content of the parts that are asked for, in their order.
   *
   * @throws IOException if the zip is broken or grows beyond bounds
   */
  static Map<String, byte[]> of(byte[] zip, Predicate<String> asked) throws IOException {
    Path file = Files.createTempFile("vigie-", ".zip");
    try {
      Files.write(file, zip);
      return of(file, asked);
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new IOException("a zip must be whole, but this one is damaged", e);
    } finally {
      Files.delete(file);
    }
  }

  /** By its directory, not by what stands before each part: that is allowed to say less. */
  private static Map<String, byte[]> of(Path file, Predicate<String> asked) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    long room = MAX_BYTES;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MAX_PARTS) {
        throw new IOException(
            "a zip must have at most %d files, but has %d".formatted(MAX_PARTS, zip.size()));
      }
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.isDirectory() || !asked.test(entry.getName())) {
          continue;
        }
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] content = in.readNBytes((int) Math.min(room + 1, Integer.MAX_VALUE - 8));
          room -= content.length;
          parts.put(entry.getName(), content);
        }
        if (room < 0) {
          throw new IOException(
              "a zip must hold at most %d bytes unpacked, but holds more".formatted(MAX_BYTES));
        }
      }
    }
    return parts;
  }
}
