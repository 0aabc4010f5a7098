package org.vigie.capture.file;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands on what it takes, and notes whether there was anything. */
final class CountedSink implements FileSink {
  private final FileSink sink;
  private boolean empty = true;

  CountedSink(FileSink sink) {
    this.sink = sink;
  }

  boolean isEmpty() {
    return empty;
  }

  @Override
  public void row(Map<String, String> parts, Map<String, String> fields) throws IOException {
    empty = false;
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
}
