package org.vigie.capture.file;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One file, whole in memory.
 *
 * @param name its name
 * @param bytes its content
 * @param mapping advert-v1 key → column or JSON pointer, as a person gave it; else it is proposed
 * @param depth how many archives it lies in
 * @param form how it is written, as far as a person said so
 * @param room how much may still be unpacked of it and of all that it lies in
 * @param pictures how many without a name were named in it and in all that it lies in
 */
public record FileSource(
    String name,
    byte[] bytes,
    Map<String, String> mapping,
    TableForm form,
    int depth,
    ZipRoom room,
    AtomicInteger pictures) {
  /** Copies what may change. */
  public FileSource {
    mapping = Map.copyOf(mapping);
  }

  /** A file that is looked into anew. */
  public FileSource(String name, byte[] bytes, Map<String, String> mapping, int depth) {
    this(name, bytes, mapping, TableForm.guessed(), depth, new ZipRoom(), new AtomicInteger());
  }

  /** A file of which a person said how it is written. */
  public FileSource(String name, byte[] bytes, Map<String, String> mapping, TableForm form) {
    this(name, bytes, mapping, form, 0, new ZipRoom(), new AtomicInteger());
  }

  /** Returns the ending of its name in lower case, or empty. */
  String ending() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns it as a text.
   *
   * @throws IOException if a person named an encoding that it isn't in
   */
  String text() throws IOException {
    return form.decode(bytes);
  }

  /** Returns a name for a picture that has none, which no other has in all that this lies in. */
  String nextPicture() {
    return "picture %d of %s"
        .formatted(pictures.incrementAndGet(), name.replaceAll("[\\r\\n;]", "_").strip());
  }

  /** Returns a file within this one. */
  FileSource inner(String innerName, byte[] content) {
    return new FileSource(innerName, content, mapping, form, depth + 1, room, pictures);
  }
}
