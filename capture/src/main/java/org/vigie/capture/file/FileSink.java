package org.vigie.capture.file;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes what a file holds, in its order. */
public interface FileSink {
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
