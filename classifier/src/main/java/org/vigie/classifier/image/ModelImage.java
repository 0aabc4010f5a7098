package org.vigie.classifier.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out of one models folder, part by part: read where it is known, else made and
 * noted. One thread reads a models folder by it.
 *
 * <p>A part may be read by its name alone, since an image belongs to the bytes of one models folder
 * and to one version of the code, as {@link ImageMark} tells.
 */
public final class ModelImage {
  private final Map<String, ByteBuffer> known;
  private final SortedMap<String, ByteBuffer> made = new TreeMap<>();
  private final Map<String, Object> shared = new HashMap<>();
  private final boolean notes;

  private ModelImage(Map<String, ByteBuffer> known, boolean notes) {
    this.known = known;
    this.notes = notes;
  }

  /** An image in which nothing is known and nothing is noted: each part is made of its files. */
  public static ModelImage none() {
    return new ModelImage(Map.of(), false);
  }

  /** An image in which nothing is known, and what is made is noted. */
  public static ModelImage empty() {
    return new ModelImage(Map.of(), true);
  }

  /** An image of the parts of a file. */
  public static ModelImage of(Map<String, ByteBuffer> parts) {
    return new ModelImage(parts, true);
  }

  /** How a part is written. */
  public interface Writer<T> {
    void write(T part, ImageOut to);
  }

  /** How a part is read. */
  public interface Reader<T> {
    T read(ImageIn from);
  }

  /** How a part is made of its files. */
  public interface Maker<T> {
    T make() throws IOException;
  }

  /**
   * Returns a part, which is never changed: the same one each time it is asked for.
   *
   * @param name stands for its class, the files it is made of and how
   */
  @SuppressWarnings("unchecked") // of one class each, by their names
  public <T> T part(String name, Writer<T> writer, Reader<T> reader, Maker<T> maker)
      throws IOException {
    Object before = shared.get(name);
    if (before != null) {
      return (T) before;
    }
    ByteBuffer bytes = known.get(name);
    T read = bytes == null ? null : read(bytes, reader);
    T part = read == null ? maker.make() : read;
    if (read == null && notes) {
      ImageOut out = new ImageOut();
      writer.write(part, out);
      made.put(name, out.written());
    }
    if (notes) {
      shared.put(name, part);
    }
    return part;
  }

  /** Returns a part, or null if its bytes are none: then it is made as if they weren't there. */
  private static <T> @Nullable T read(ByteBuffer bytes, Reader<T> reader) {
    try {
      return reader.read(new ImageIn(bytes));
    } catch (RuntimeException | InternalError e) { // the latter: its file was cut off
      return null;
    }
  }

  /** Returns whether it knows nothing and notes nothing. */
  public boolean isNone() {
    return !notes;
  }

  /** Returns whether a part was made that its file doesn't have. */
  public boolean hasMore() {
    return !made.isEmpty();
  }

  /** Returns all parts, those that were read and those that were made. */
  public SortedMap<String, ByteBuffer> parts() {
    SortedMap<String, ByteBuffer> parts = new TreeMap<>(known);
    parts.putAll(made);
    return parts;
  }
}
