package org.vigie.capture.file;

import java.util.Locale;
import java.util.Map;

/**
 * One file, whole in memory.
 *
 * @param name its name
 * @param bytes its content
 * @param mapping advert-v1 key → column or JSON pointer, as a person gave it; else it is proposed
 * @param depth how many archives it lies in
 * @param room how much may still be unpacked of it and of all that it lies in
 */
public record FileSource(
    String name, byte[] bytes, Map<String, String> mapping, int depth, ZipRoom room) {
  /** Copies what may change. */
  public FileSource {
    mapping = Map.copyOf(mapping);
  }

  /** A file that is looked into anew. */
  public FileSource(String name, byte[] bytes, Map<String, String> mapping, int depth) {
    this(name, bytes, mapping, depth, new ZipRoom());
  }

  /** Returns the ending of its name in lower case, or empty. */
  String ending() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Returns a file within this one. */
  FileSource inner(String innerName, byte[] content) {
    return new FileSource(innerName, content, mapping, depth + 1, room);
  }
}
