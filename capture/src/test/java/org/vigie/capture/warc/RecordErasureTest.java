package org.vigie.capture.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Mandate;

class RecordErasureTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = Instant.parse("2026-04-01T12:00:00.123Z");
  private static final Mandate MANDATE =
      new Mandate("Unit 7", "Art. 8", "detection", "C-1", "A. Judge", NOON.plusSeconds(9));
  private static final String MARKER = "marker-that-is-erased";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"warc.gz", "warc", "whole.warc.gz"})
  void leavesAllOtherRecordsTheirBytesAndPlaces(String kind) throws Exception {
    Path warc = archive(kind);
    byte[] before = inOffsets(warc, kind);
    List<RecordPlace> places = RecordPlaces.of(warc);
    List<ByteRange> ranges =
        places.stream()
            .filter(place -> place.target().equals("https://example.org/2"))
            .map(RecordPlace::range)
            .toList();
    assertThat(ranges).as("request, response, metadata").hasSize(3);
    assertThat(plain(before)).contains(MARKER);

    RecordErasure.erase(warc, ranges, LATER);

    byte[] after = inOffsets(warc, kind);
    assertThat(after).hasSameSizeAs(before);
    assertThat(plain(after)).doesNotContain(MARKER, "example.org/2");
    for (RecordPlace place : places) {
      if (!ranges.contains(place.range())) {
        assertThat(bytes(after, place.range())).isEqualTo(bytes(before, place.range()));
      }
    }
    assertThat(RecordPlaces.of(warc).stream().map(RecordPlace::range))
        .isEqualTo(places.stream().map(RecordPlace::range).toList());
    assertThat(read(warc))
        .extracting(entry -> ((WarcEntry.Captured) entry).capture().url())
        .containsExactly("https://example.org/1", "https://example.org/3");
    assertThat(plain(after)).contains("WARC-Date: 2026-04-01T12:00:00Z");
    assertThat(folder.resolve(warc.getFileName() + ".part")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"warc.gz", "warc", "whole.warc.gz"})
  void givesTheSameFileWhenItIsDoneAgain(String kind) throws Exception {
    Path warc = archive(kind);
    List<ByteRange> ranges =
        RecordPlaces.of(warc).stream().skip(1).map(RecordPlace::range).toList();
    RecordErasure.erase(warc, ranges, LATER);
    byte[] once = Files.readAllBytes(warc);

    RecordErasure.erase(warc, ranges, LATER);

    assertThat(Files.readAllBytes(warc)).isEqualTo(once);
    assertThat(read(warc)).isEmpty();
  }

  @Test
  void fillsMembersOfAnyLengthAndSaysOfWhichItCant() throws Exception {
    for (int length : lengths()) {
      Path warc = folder.resolve("of-" + length + ".warc.gz");
      Files.write(warc, new byte[0]);
      try (OutputStream out = Files.newOutputStream(warc)) {
        out.write(member("warc-of-before"));
        out.write(new byte[length]);
        out.write(member("warc-of-after"));
      }
      int from = member("warc-of-before").length;
      ByteRange range = new ByteRange(from, from + length);

      if (length < 150) {
        assertThatThrownBy(() -> RecordErasure.erase(warc, List.of(range), LATER))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("has " + length + " bytes");
        continue;
      }
      RecordErasure.erase(warc, List.of(range), LATER);

      assertThat(Files.size(warc)).isEqualTo(from + length + member("warc-of-after").length);
      try (InputStream in = new GZIPInputStream(Files.newInputStream(warc))) {
        assertThat(new String(in.readAllBytes(), ISO_8859_1))
            .startsWith("warc-of-before" + "WARC/1.1\r\nWARC-Type: metadata\r\n")
            .endsWith("\r\n\r\nwarc-of-after");
      }
    }
  }

  /** Around each length at which a member is made in another way. */
  private static List<Integer> lengths() {
    List<Integer> lengths = new ArrayList<>(List.of(20, 100));
    for (int around : List.of(215, 65_540, 65_558, 131_080)) {
      for (int length = around - 8; length <= around + 8; length++) {
        lengths.add(length);
      }
    }
    Random random = new Random(5);
    for (int i = 0; i < 50; i++) {
      lengths.add(200 + random.nextInt(300_000));
    }
    return lengths;
  }

  private static byte[] member(String text) throws IOException {
    var out = new java.io.ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  /** Three pages; the second bears the marker. */
  private Path archive(String kind) throws IOException {
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    Path made;
    try (WarcArchive archive = new WarcArchive(folder, MANDATE, clock, WarcLedger.none())) {
      archive.write(page("https://example.org/1", "<p>one"), MANDATE);
      archive.write(page("https://example.org/2", "<p>" + MARKER.repeat(9_000)), MANDATE);
      archive.write(page("https://example.org/3", "<p>three"), MANDATE);
      made = archive.files().getFirst();
    }
    if (kind.equals("warc.gz")) {
      return made;
    }
    Path other = folder.resolve("other." + kind);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(made));
        OutputStream raw = Files.newOutputStream(other);
        OutputStream out = kind.equals("warc") ? raw : new GZIPOutputStream(raw)) {
      in.transferTo(out);
    }
    return other;
  }

  private static Exchange page(String url, String html) {
    return new Exchange(
        url,
        "192.0.2.1",
        NOON,
        Duration.ofMillis(5),
        ("GET / HTTP/1.1\r\nHost: " + url + "\r\n\r\n").getBytes(UTF_8),
        200,
        "OK",
        List.of(new HeaderLine("Content-Type", "text/html")),
        html.getBytes(UTF_8),
        false);
  }

  /** Returns a file's bytes as offsets in it count. */
  private static byte[] inOffsets(Path warc, String kind) throws IOException {
    byte[] bytes = Files.readAllBytes(warc);
    return kind.startsWith("whole") ? unzipped(bytes) : bytes;
  }

  private static String plain(byte[] bytes) throws IOException {
    boolean gzip = bytes[0] == 0x1f;
    return new String(gzip ? unzipped(bytes) : bytes, ISO_8859_1);
  }

  private static byte[] unzipped(byte[] bytes) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  private static byte[] bytes(byte[] of, ByteRange range) {
    return Arrays.copyOfRange(of, (int) range.from(), (int) range.to());
  }

  private static List<WarcEntry> read(Path warc) throws IOException {
    List<WarcEntry> entries = new ArrayList<>();
    try (WarcReader reader = WarcReader.open(warc)) {
      for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
        entries.add(entry);
      }
    }
    return entries;
  }
}
