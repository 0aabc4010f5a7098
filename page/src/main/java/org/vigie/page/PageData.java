package org.vigie.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.vigie.classifier.image.ImageIn;

/** The page's data: parts by their names, in one run of bytes. */
public final class PageData {
  private static final Map<String, ByteBuffer> PARTS = new HashMap<>();

  private PageData() {}

  /** Takes the parts of the page's data. */
  static void take(byte[] data) {
    ByteBuffer in = ByteBuffer.wrap(data);
    while (in.hasRemaining()) {
      byte[] name = new byte[in.getInt()];
      in.get(name);
      int size = in.getInt();
      PARTS.put(new String(name, StandardCharsets.UTF_8), slice(in, size));
      in.position(in.position() + size);
    }
  }

  private static ByteBuffer slice(ByteBuffer in, int size) {
    ByteBuffer part = in.duplicate();
    part.limit(in.position() + size);
    return part.slice();
  }

  /** Forgets the parts whose names begin so: they are most of all, and were read for good. */
  static void forget(String start) {
    PARTS.keySet().removeIf(name -> name.startsWith(start));
  }

  /** Returns the names of all parts. */
  static Set<String> names() {
    return PARTS.keySet();
  }

  /**
   * Returns a part's bytes.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static ByteBuffer part(String name) {
    ByteBuffer part = PARTS.get(name);
    if (part == null) {
      throw new IllegalArgumentException("the page's data must have " + name + ", but has not");
    }
    return part.duplicate();
  }

  /** Returns whether there is such a part. */
  public static boolean has(String name) {
    return PARTS.containsKey(name);
  }

  /** Returns a part's bytes as an array. */
  public static byte[] bytes(String name) {
    ByteBuffer part = part(name);
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    return bytes;
  }

  /** Returns a part that was written as an image is. */
  public static ImageIn image(String name) {
    return new ImageIn(part(name));
  }
}
