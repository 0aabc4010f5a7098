package org.vigie.capture.file;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands on what it takes, and notes whether there was anything. */
final class CountedSink implements FileSink {
  /**
   * Characters of one file in all, what is repeated counted each time: the name of a chat stands in
   * each of its messages, that of a column in each row.
   */
  private static final long MAX_CHARS = 1L << 30;

  private final FileSink sink;
  private boolean empty = true;
  private long chars;

  CountedSink(FileSink sink) {
    this.sink = sink;
  }

  boolean isEmpty() {
    return empty;
  }

  @Override
  public void row(Map<String, String> parts, Map<String, String> fields) throws IOException {
    empty = false;
    take(length(parts) + length(fields));
    sink.row(parts, fields);
  }

  @Override
  public void page(String url, String type, byte[] body, @Nullable Instant at) throws IOException {
    empty = false;
    sink.page(url, type, body, at);
  }

  @Override
  public void unread(String part, String kind, String reason) throws IOException {
    empty = false;
    sink.unread(part, kind, reason);
  }

  @Override
  public void table(TableStart start) {
    sink.table(start);
  }

  @Override
  public boolean readsPictures() {
    return sink.readsPictures();
  }

  @Override
  public void picture(String name, byte[] picture) throws IOException {
    sink.picture(name, picture);
  }

  @Override
  public void lonePicture(String name, byte[] picture) throws IOException {
    empty = false;
    sink.lonePicture(name, picture);
  }

  private static long length(Map<String, String> values) {
    long length = 0;
    for (Map.Entry<String, String> value : values.entrySet()) {
      length += value.getKey().length() + value.getValue().length();
    }
    return length;
  }

  private void take(long more) throws IOException {
    chars += more;
    if (chars > MAX_CHARS) {
      throw new IOException(
          "a file must hold at most %d characters, what it repeats counted each time"
              .formatted(MAX_CHARS));
    }
  }
}
