package org.vigie.capture.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one file was read into. */
final class ReadFile implements FileSink {
  private final List<Map<String, String>> rows = new ArrayList<>();
  private final List<Map<String, String>> fields = new ArrayList<>();
  private final List<String> pages = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();

  /** Reads a text in UTF-8 that must be taken for a kind. */
  static ReadFile of(FileKind expected, String name, String text) throws IOException {
    return of(expected, name, text.getBytes(UTF_8));
  }

  /** Reads a file that must be taken for a kind. */
  static ReadFile of(FileKind expected, String name, byte[] bytes) throws IOException {
    FileKind kind = FileKind.recognise(name, bytes).orElseThrow();
    assertThat(kind).isEqualTo(expected);
    ReadFile read = new ReadFile();
    kind.read(new FileSource(name, bytes, Map.of(), 0), read);
    return read;
  }

  /** Returns what all rows have under a key of advert-v1. */
  List<String> parts(String key) {
    return rows.stream().map(row -> row.getOrDefault(key, "")).toList();
  }

  /** Returns what all rows have in a declared field. */
  List<String> fields(String name) {
    return fields.stream().map(row -> row.getOrDefault(name, "")).toList();
  }

  List<String> pages() {
    return pages;
  }

  /** Returns parts and kinds of reasons. */
  List<String> unread() {
    return unread;
  }

  @Override
  public void row(Map<String, String> parts, Map<String, String> more) {
    rows.add(parts);
    fields.add(more);
  }

  @Override
  public void page(String url, String type, byte[] body, @Nullable Instant at) {
    pages.add(new String(body, UTF_8));
  }

  @Override
  public void unread(String part, String kind, String reason) {
    unread.add((part + " " + kind).strip());
  }
}
