package org.vigie.capture.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
  private ZipParts() {}

  /**
   * Returns name → content of the parts that are asked for, in their order.
   *
   * @throws IOException if the zip is broken or grows beyond bounds
   */
  static Map<String, byte[]> of(FileSource zip, Predicate<String> asked) throws IOException {
    Path file = Files.createTempFile("vigie-", ".zip");
    try {
      Files.write(file, zip.bytes());
      try (ZipFile opened = open(file)) {
        return of(opened, zip.room(), asked);
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new IOException("a zip must be whole, but this one is damaged", e);
    } finally {
      Files.delete(file);
    }
  }

  /** By its directory, not by what stands before each part: that is allowed to say less. */
  private static Map<String, byte[]> of(ZipFile zip, ZipRoom room, Predicate<String> asked)
      throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    room.takeParts(zip.size());
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (entry.isDirectory() || !asked.test(entry.getName())) {
        continue;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        byte[] content = in.readNBytes(room.most());
        room.takeBytes(content.length);
        if (parts.put(entry.getName(), content) != null) {
          throw new IOException("a zip must name each of its files once, but names one twice");
        }
      }
    }
    return parts;
  }

  /** Programs of old wrote names in the code page of their country, and didn't say so. */
  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException | IllegalArgumentException e) {
      return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    }
  }
}
