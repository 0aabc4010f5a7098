package org.vigie.capture.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.capture.TestMandate;

class WarcMessageTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE = TestMandate.VALID;

  @TempDir Path folder;
  private byte[] records = {};

  @BeforeEach
  void wrapTwoPages() throws IOException {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    Files.writeString(pages.resolve("a.html"), "<p>one");
    Files.writeString(pages.resolve("b.html"), "<p>other");
    Path warc = folder.resolve("pages.warc.gz");
    HtmlImport.wrap(pages, warc, MANDATE, Clock.fixed(NOON, ZoneOffset.UTC));
    records = Files.readAllBytes(warc);
  }

  @Test
  void readsTheSamePagesPlainRecordByRecordAndCompressedAsAWhole() throws IOException {
    byte[] plain = plain(records);

    assertThat(pages(records)).containsExactly("<p>one", "<p>other");
    assertThat(pages(plain)).containsExactly("<p>one", "<p>other");
    assertThat(pages(gzip(plain))).containsExactly("<p>one", "<p>other");
  }

  @Test
  void saysWhereItsCapturesLieAndUnderWhichMandate() {
    WarcEntry.Captured first = (WarcEntry.Captured) read(records).getFirst();

    assertThat(first.capture().container()).isEqualTo("kafka:captures/1");
    assertThat(first.capture().offset()).isEqualTo(42);
    assertThat(first.capture().mandate()).isEqualTo(MANDATE.id());
  }

  @Test
  void endsWithOneUnreadableWhereverItIsCut() {
    for (int length = 3; length < records.length; length++) {
      List<WarcEntry> entries = read(Arrays.copyOf(records, length));

      List<WarcEntry> unreadable =
          entries.stream().filter(WarcEntry.Unreadable.class::isInstance).toList();
      assertThat(unreadable).as("cut at %d", length).hasSizeLessThanOrEqualTo(1);
      // Cut between two members, what is there is whole.
      assertThat(entries.size() == 2 || unreadable.size() == 1 || isMembers(length)).isTrue();
    }
  }

  @Test
  void refusesABodyThatIsNotTheOneDigested() throws IOException {
    String changed = new String(plain(records), ISO_8859_1).replace("<p>one", "<p>two");

    List<WarcEntry> entries = read(changed.getBytes(ISO_8859_1));

    assertThat(((WarcEntry.Unreadable) entries.getFirst()).kind()).isEqualTo("digest-mismatch");
    assertThat(entries.getLast()).isInstanceOf(WarcEntry.Captured.class);
  }

  @Test
  void saysThatAMessageWithoutRecordsHoldsNone() throws IOException {
    assertThat(read(gzip(new byte[0])))
        .containsExactly(
            new WarcEntry.Unreadable(
                42, "warc-truncated", "a message must hold whole WARC records; found none"));
  }

  @Test
  void endsWhereItsRecordsUnfoldToMoreThanMayBeHeldWhicheverWayTheyAreFolded() throws IOException {
    byte[] zeros = new byte[15 << 20];
    byte[] folded = gzip(zeros);

    assertTooLarge(gzip(fiveTimes("", zeros)));
    assertTooLarge(fiveTimes("Content-Encoding: gzip\r\n", folded));
  }

  @Test
  void readsNoGzipWithinGzip() throws IOException {
    assertThat(read(gzip(records)))
        .singleElement()
        .isInstanceOfSatisfying(
            WarcEntry.Unreadable.class,
            found -> assertThat(found.kind()).isEqualTo("warc-bad-gzip"));
  }

  @Test
  void isToldByItsFirstBytes() throws IOException {
    assertThat(WarcMessage.isMeant(records)).isTrue();
    assertThat(WarcMessage.isMeant(plain(records))).isTrue();
    assertThat(WarcMessage.isMeant("{\"text\":\"WARC/1.0\"}".getBytes(UTF_8))).isFalse();
    assertThat(WarcMessage.isMeant(new byte[0])).isFalse();
  }

  /** Whether the bytes up to a length are whole gzip members. */
  private boolean isMembers(int length) {
    try {
      plain(Arrays.copyOf(records, length));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void assertTooLarge(byte[] message) {
    List<WarcEntry> entries = read(message);

    assertThat(entries).hasSize(5);
    assertThat(entries.subList(0, 4)).allMatch(WarcEntry.Captured.class::isInstance);
    assertThat(((WarcEntry.Unreadable) entries.getLast()).kind()).isEqualTo("warc-too-large");
  }

  /** Returns five responses with one body. */
  private static byte[] fiveTimes(String header, byte[] body) throws IOException {
    String http = "HTTP/1.1 200 OK\r\n%sContent-Length: %d\r\n\r\n".formatted(header, body.length);
    String warc =
        """
        WARC/1.1
        WARC-Type: response
        WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>
        WARC-Date: 2026-03-01T12:00:00Z
        WARC-Target-URI: https://example.org/
        Content-Type: application/http;msgtype=response
        Content-Length: %d

        """
            .formatted(http.length() + body.length)
            .replace("\n", "\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < 5; i++) {
      out.write((warc + http).getBytes(UTF_8));
      out.write(body);
      out.write("\r\n\r\n".getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private static List<String> pages(byte[] bytes) {
    return read(bytes).stream()
        .map(entry -> new String(((WarcEntry.Captured) entry).payload(), UTF_8))
        .toList();
  }

  private static List<WarcEntry> read(byte[] bytes) {
    return new WarcMessage("kafka:captures/1", 42, bytes).entries();
  }

  private static byte[] plain(byte[] bytes) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
