package org.vigie.crawler.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Mandate;

class WarcErasureTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate(
          "Unit 7",
          "Art. 8",
          "detection",
          "C-1",
          "A. Judge",
          Instant.parse("2027-01-01T00:00:00Z"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"pages.warc.gz", "pages.warc"})
  void leavesNothingOfARecordAndAllOthersWhereTheyAre(String name) throws Exception {
    Path warc = imported(name);
    List<WarcEntry.Captured> before = captured(warc);
    assertThat(before).hasSize(4);
    assertThat(plain(warc)).contains("token-of-page-1", "token-of-page-2");
    long size = Files.size(warc);

    WarcErasure.erase(
        warc, List.of(before.get(1).capture().offset(), before.get(2).capture().offset()), NOON);

    assertThat(Files.size(warc)).isEqualTo(size);
    assertThat(plain(warc))
        .contains("token-of-page-0", "token-of-page-3")
        .doesNotContain("token-of-page-1", "token-of-page-2");
    List<WarcEntry.Captured> after = captured(warc);
    assertThat(after).hasSize(2);
    assertThat(after.getFirst().capture()).isEqualTo(before.getFirst().capture());
    assertThat(after.getLast().capture()).isEqualTo(before.getLast().capture());
    assertThat(new String(after.getLast().payload(), UTF_8)).isEqualTo("<p>token-of-page-3");
  }

  @Test
  void erasesTheLastRecordAndTheSameOneAgain() throws Exception {
    Path warc = imported("pages.warc.gz");
    long last = captured(warc).getLast().capture().offset();

    WarcErasure.erase(warc, List.of(last), NOON);
    byte[] once = Files.readAllBytes(warc);
    WarcErasure.erase(warc, List.of(last), NOON);

    assertThat(Files.readAllBytes(warc)).isEqualTo(once);
    assertThat(captured(warc)).hasSize(3);
  }

  @Test
  void changesNothingWhereNoRecordBegins() throws Exception {
    Path warc = imported("pages.warc.gz");
    byte[] before = Files.readAllBytes(warc);
    long first = captured(warc).getFirst().capture().offset();

    assertThatThrownBy(() -> WarcErasure.erase(warc, List.of(first, first + 1), NOON))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "a record must begin at each place that is to be erased in pages.warc.gz, but 1 of 2 don't");
    assertThat(Files.readAllBytes(warc)).isEqualTo(before);
  }

  @Test
  void refusesAFileThatWasCompressedAsAWhole() throws Exception {
    Path plain = imported("pages.warc");
    Path whole = folder.resolve("whole.warc.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      Files.copy(plain, out);
    }
    assertThatThrownBy(() -> WarcErasure.erase(whole, List.of(0L), NOON))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("must be compressed record by record");
  }

  /** The second page is too long for one stored block, even compressed. */
  private Path imported(String name) throws IOException {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    for (int i = 0; i < 4; i++) {
      Files.writeString(
          pages.resolve(i + ".html"), (i == 1 ? noise(150_000) : "") + "<p>token-of-page-" + i);
    }
    Path warc = folder.resolve(name);
    HtmlImport.wrap(pages, warc, MANDATE, Clock.fixed(NOON, ZoneOffset.UTC));
    return warc;
  }

  private static String noise(int length) {
    SplittableRandom random = new SplittableRandom(7);
    return random
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<WarcEntry.Captured> captured(Path warc) throws IOException {
    List<WarcEntry.Captured> captured = new ArrayList<>();
    try (WarcReader reader = WarcReader.open(warc)) {
      for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
        captured.add((WarcEntry.Captured) entry); // anything else is damage
      }
    }
    return captured;
  }

  private static String plain(Path warc) throws IOException {
    if (warc.toString().endsWith(".gz")) {
      try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(warc))) {
        return new String(in.readAllBytes(), ISO_8859_1);
      }
    }
    return Files.readString(warc, ISO_8859_1);
  }
}
