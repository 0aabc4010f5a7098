package org.vigie.capture.warc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Capture;
import org.vigie.advert.Mandate;
import org.vigie.files.digest.Sha256;

class WarcSliceTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE = mandate("C-1");
  private static final Mandate OTHER = mandate("C-2");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"warc.gz", "warc", "whole.warc.gz"})
  void holdsOneCaptureByteForByteAndNothingOfAnother(String kind) throws Exception {
    Path warc = archive(kind);
    List<RecordPlace> places = RecordPlaces.of(warc);
    long second =
        places.stream()
            .filter(place -> place.target().equals("https://example.org/2"))
            .findFirst()
            .orElseThrow()
            .range()
            .from();
    Path out = folder.resolve(WarcSlice.staysCompressed(warc) ? "out.warc.gz" : "out.warc");

    assertThat(WarcSlice.copy(warc, Set.of(second, 7L), out)).containsOnlyKeys(second);

    try (WarcReader reader = WarcReader.open(out)) {
      WarcEntry.Captured only = (WarcEntry.Captured) reader.next();
      assertThat(only.capture().url()).isEqualTo("https://example.org/2");
      assertThat(new String(only.payload(), UTF_8)).isEqualTo("<p>two");
      assertThat(reader.next()).isNull();
    }
    assertThat(RecordPlaces.of(out)).as("warcinfo, response, request, metadata").hasSize(4);
    String all = plain(out);
    assertThat(all).contains("mandate-case: C-2").doesNotContain("C-1", "example.org/1");
    assertThat(plain(warc)).contains("mandate-case: C-1", "example.org/1");
  }

  @Test
  void isNoFileWhereThereIsNoSuchRecord() throws Exception {
    Path out = folder.resolve("out.warc.gz");

    assertThat(WarcSlice.copy(archive("warc.gz"), Set.of(7L), out)).isEmpty();
    assertThat(out).doesNotExist();
  }

  @Test
  void holdsNoOtherAnswerWhateverLinksAndIdsSay() throws Exception {
    String mine = "<urn:uuid:00000000-0000-0000-0000-000000000001>";
    String info = "<urn:uuid:00000000-0000-0000-0000-00000000000f>";
    Path warc = folder.resolve("odd.warc");
    StringBuilder odd = new StringBuilder(record("warcinfo", "WARC-Record-ID: " + info, "mandate"));
    int at = odd.length();
    odd.append(
        answer(
            "mine",
            "WARC-Record-ID: " + mine,
            "WARC-Concurrent-To: ",
            "WARC-Warcinfo-ID: " + info));
    odd.append(record("request", "WARC-Concurrent-To: " + mine, "asked"));
    odd.append(answer("linked", "WARC-Concurrent-To: " + mine));
    odd.append(answer("nameless"));
    odd.append(record("resource", "WARC-Concurrent-To: " + mine, "thing"));
    odd.append(record("metadata", "WARC-Record-ID: ", "stray"));
    Files.writeString(warc, odd);
    Path out = folder.resolve("out.warc");

    assertThat(WarcSlice.copy(warc, Set.of((long) at), out)).containsOnlyKeys((long) at);
    assertThat(plain(out))
        .contains("mandate", "<p>mine", "asked")
        .doesNotContain("linked", "nameless", "thing", "stray");

    odd.append(answer("twin", "WARC-Record-ID: " + mine));
    Files.writeString(warc, odd);
    Files.delete(out);
    WarcSlice.copy(warc, Set.of((long) at), out);
    assertThat(plain(out)).contains("mandate", "<p>mine").doesNotContain("twin", "asked");
  }

  @Test
  void tellsWhatCapturedARecordAndTakesThatAlong() throws Exception {
    String info = "<urn:uuid:00000000-0000-0000-0000-00000000000f>";
    StringBuilder two = new StringBuilder();
    two.append(
        record("warcinfo", "WARC-Record-ID: " + info, "software: Crawler A/1.0\r\nhost: one\r\n"));
    two.append(record("warcinfo", "", "software: Crawler B/2.0\r\nhost: two\r\n"));
    long first = two.length();
    two.append(answer("under-the-last"));
    long second = two.length();
    two.append(answer("named", "WARC-Warcinfo-ID: " + info));
    long third = two.length();
    two.append(answer("lost", "WARC-Warcinfo-ID: <urn:uuid:none>"));
    Path warc = Files.writeString(folder.resolve("two.warc"), two);

    assertThat(WarcSlice.copy(warc, Set.of(first, second, third), folder.resolve("all.warc")))
        .isEqualTo(Map.of(first, "Crawler B/2.0", second, "Crawler A/1.0", third, ""));
    WarcSlice.copy(warc, Set.of(first), folder.resolve("first.warc"));
    assertThat(plain(folder.resolve("first.warc"))).contains("host: two").doesNotContain("one");
    WarcSlice.copy(warc, Set.of(third), folder.resolve("third.warc"));
    assertThat(plain(folder.resolve("third.warc"))).doesNotContain("host");
  }

  @Test
  void holdsNoRecordWhosePayloadIsAnotherEvenIfItDoesNotSayWhichItHas() throws Exception {
    Path warc = Files.writeString(folder.resolve("bare.warc"), answer("mine"));
    Path out = folder.resolve("out.warc");
    String digest = Sha256.of("<p>mine".getBytes(UTF_8));

    assertThat(WarcSlice.copy(warc, Map.of(0L, "sha256:" + "0".repeat(64)), out)).isEmpty();
    assertThat(out).doesNotExist();
    assertThat(WarcSlice.copy(warc, Map.of(0L, digest), out)).containsOnlyKeys(0L);
  }

  @Test
  void holdsARenderedPageWithoutTheDataOfOthersThatItWasMadeOf() throws Exception {
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    Path warc;
    Capture shown;
    try (WarcArchive archive = new WarcArchive(folder, MANDATE, clock, WarcLedger.none())) {
      Capture frame = archive.write(page("https://example.org/1", "<div id=app>"), MANDATE);
      archive.writePart(frame, page("https://example.org/all", "one, withheld"), MANDATE);
      byte[] html = "<p>one".getBytes(UTF_8);
      shown = archive.writeRendered(frame, html, "text/html", NOON, "Chrome/1", MANDATE);
      warc = archive.files().getFirst();
    }
    Path out = folder.resolve("out.warc.gz");

    assertThat(WarcSlice.copy(warc, Map.of(shown.offset(), shown.payloadDigest()), out))
        .containsOnlyKeys(shown.offset());

    assertThat(RecordPlaces.of(out)).as("warcinfo, resource").hasSize(2);
    assertThat(plain(out)).contains("<p>one").doesNotContain("withheld", "example.org/all");
    assertThat(plain(warc)).contains("withheld");
  }

  private static String answer(String word, String... headers) {
    String type = "Content-Type: application/http;msgtype=response\r\n";
    String target = "WARC-Target-URI: https://example.org/\r\n";
    return record(
        "response",
        target + type + String.join("\r\n", headers),
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>" + word);
  }

  private static String record(String type, String headers, String body) {
    return ("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Date: 2026-03-01T12:00:00Z\r\n%s"
            + "Content-Length: %d\r\n\r\n%s\r\n\r\n")
        .formatted(
            type,
            headers.isEmpty() ? "" : headers.strip() + "\r\n",
            body.getBytes(UTF_8).length,
            body);
  }

  private Path archive(String kind) throws IOException {
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    Path made;
    try (WarcArchive archive = new WarcArchive(folder, MANDATE, clock, WarcLedger.none())) {
      archive.write(page("https://example.org/1", "<p>one"), MANDATE);
      archive.write(page("https://example.org/2", "<p>two"), OTHER);
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

  private static String plain(Path warc) throws IOException {
    byte[] bytes = Files.readAllBytes(warc);
    if (bytes[0] != 0x1f) {
      return new String(bytes, UTF_8);
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(warc))) {
      return new String(in.readAllBytes(), UTF_8);
    }
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

  private static Mandate mandate(String caseId) {
    return new Mandate("Unit 7", "Art. 8", "detection", caseId, "A. Judge", NOON.plusSeconds(9));
  }
}
