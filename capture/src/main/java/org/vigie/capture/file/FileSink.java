package org.vigie.capture.file;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes what a file holds, in its order. */
public interface FileSink {
  /** The field of a row that names its pictures. */
  String PICTURES = "pictures";

  /**
   * Returns the names of the pictures that a row names, each once: one a line, or, as people write
   * in tables, with semicolons between.
   *
   * @param fields of the row
   */
  static List<String> pictureNames(Map<String, String> fields) {
    return Pattern.compile("[\\r\\n;]")
        .splitAsStream(fields.getOrDefault(PICTURES, ""))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * Takes one row or message.
   *
   * @param parts key of the schema advert-v1 → value
   * @param fields further declared fields
   */
  void row(Map<String, String> parts, Map<String, String> fields) throws IOException;

  /**
   * Takes a page or an answer as it was sent.
   *
   * @param url where it stood, or empty
   * @param type its content type, or empty
   * @param at when it was fetched; null if that isn't known
   */
  void page(String url, String type, byte[] body, @Nullable Instant at) throws IOException;

  /**
   * Returns whether pictures are wanted. Then a row's field {@link #PICTURES} names those that
   * belong to it, as {@link #pictureNames} reads them.
   */
  default boolean readsPictures() {
    return false;
  }

  /**
   * Takes a picture that rows name in their field {@link #PICTURES}, or pages by its address, all
   * after it. Whoever takes it keeps no byte of it.
   *
   * @param name its name in the file, or its address
   */
  default void picture(String name, byte[] picture) throws IOException {}

  /** Takes a picture that belongs to nothing else. */
  default void lonePicture(String name, byte[] picture) throws IOException {}

  /**
   * Takes that a part can't be read.
   *
   * @param part which, such as {@code mail 3}
   * @param kind short name of the reason
   * @param reason what must hold, and what was found; no text of an advert
   */
  void unread(String part, String kind, String reason) throws IOException;

  /** Takes what a table was taken for, before its rows. */
  default void table(TableStart start) {
    // of no use to most
  }
}
