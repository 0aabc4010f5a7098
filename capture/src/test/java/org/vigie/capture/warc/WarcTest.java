package org.vigie.capture.warc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Capture;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.advert.Mandate;
import org.vigie.files.digest.Sha256;

class WarcTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final Mandate MANDATE =
      new Mandate(
          "Unit 7",
          "Art. 8",
          "detection",
          "C-1",
          "A. Judge",
          Instant.parse("2027-01-01T00:00:00Z"));

  @TempDir Path folder;

  @Test
  void readsNothingElseThanWasWrittenWhicheverBitIsAnother() throws Exception {
    Path saved = Files.createDirectory(folder.resolve("saved"));
    Files.writeString(saved.resolve("page.html"), "<p>one");
    Path warc = folder.resolve("saved.warc.gz");
    HtmlImport.wrap(saved, warc, MANDATE, CLOCK);
    byte[] whole = Files.readAllBytes(warc);
    String truth = captures(warc);
    int refused = 0;
    int flips = 0;
    for (int bit = 0; bit < 8 * whole.length; bit += 41, flips++) {
      byte[] changed = whole.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(warc, changed);
      String found = captures(warc);
      refused += found.contains("unreadable") ? 1 : 0;
      assertThat(found.contains("unreadable") || found.equals(truth)).as("bit %d", bit).isTrue();
    }
    assertThat(refused).isGreaterThan(flips / 2);
  }

  @Test
  void readsPagesWhateverOctetTheServerPutsIntoTheReasonOfTheirStatus() throws Exception {
    try (WarcArchive archive = new WarcArchive(folder, MANDATE, CLOCK, WarcLedger.none())) {
      for (char octet = 0; octet < 256; octet++) {
        Exchange page = page("https://a.example.org/" + (int) octet, "<p>one");
        RawResponse sent = page.response();
        archive.write(
            new Exchange(
                page.url(),
                "",
                NOON,
                Duration.ZERO,
                page.request(),
                sent.status(),
                "O" + octet + "K",
                sent.headers(),
                sent.body(),
                false),
            MANDATE);
      }
    }

    assertThat(read(onlyFile()))
        .hasSize(256)
        .allMatch(entry ->
            entry instanceof WarcEntry.Captured page
                && new String(page.payload(), UTF_8).equals("<p>one"));
  }

  private static String captures(Path warc) throws IOException {
    StringBuilder found = new StringBuilder();
    try (WarcReader reader = WarcReader.open(warc)) {
      for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
        found.append(
            switch (entry) {
              case WarcEntry.Captured page -> page.capture() + new String(page.payload(), UTF_8);
              case WarcEntry.Unreadable bad -> "unreadable";
              default -> entry.toString();
            });
      }
    }
    return found.toString();
  }

  @Test
  void givesBackWhatWasArchivedWithItsPlaceAndMandate() throws Exception {
    Capture first;
    Capture second;
    try (WarcArchive archive = new WarcArchive(folder, MANDATE, CLOCK, WarcLedger.none())) {
      first = archive.write(page("https://example.org/1", "<p>one"), MANDATE);
      second = archive.write(page("https://example.org/2", "<p>two"), MANDATE);
    }

    assertThat(first.container()).isEqualTo("vigie-20260301120000-00001.warc.gz");
    assertThat(second.offset()).isGreaterThan(first.offset());
    assertThat(first.mandate()).isEqualTo(MANDATE.id());
    List<WarcEntry> entries = read(folder.resolve(first.container()));
    assertThat(entries).hasSize(2);
    WarcEntry.Captured read = (WarcEntry.Captured) entries.getFirst();
    assertThat(new String(read.payload(), UTF_8)).isEqualTo("<p>one");
    assertThat(read.capture().offset()).isEqualTo(first.offset());
    assertThat(read.capture().payloadDigest()).isEqualTo(first.payloadDigest());
    assertThat(read.capture().mandate()).isEqualTo(first.mandate());
    assertThat(read.capture().fetchedAt()).isEqualTo(NOON);
    assertThat(read.capture().headers()).containsEntry("content-type", "text/html");
  }

  @Test
  void spellsOutTheMandateInTheWarcinfo() throws Exception {
    try (WarcArchive archive = new WarcArchive(folder, MANDATE, CLOCK, WarcLedger.none())) {
      archive.write(page("https://example.org/1", "x"), MANDATE);
    }

    String text = plain(onlyFile());
    assertThat(text)
        .contains("WARC/1.1", "mandate-authority: Unit 7", "mandate-legal-basis: Art. 8")
        .contains(
            "mandate-case: C-1", "mandate-approved-by: A. Judge", "mandate-purpose: detection")
        .contains("mandate-valid-until: 2027-01-01T00:00:00Z", "WARC-Type: request")
        .contains("WARC-Type: metadata", "WARC-Payload-Digest: sha256:");
  }

  @Test
  void neverTouchesAFileOfAnEarlierCrawl() throws Exception {
    for (int crawl = 0; crawl < 2; crawl++) {
      try (WarcArchive archive = new WarcArchive(folder, MANDATE, CLOCK, WarcLedger.none())) {
        archive.write(page("https://example.org/" + crawl, "x"), MANDATE);
      }
    }

    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactly(
              "vigie-20260301120000-00001.warc.gz", "vigie-20260301120000-00002.warc.gz");
    }
  }

  @Test
  void beginsANewFileWhenOneIsFull() throws Exception {
    try (WarcArchive archive = new WarcArchive(folder, MANDATE, CLOCK, WarcLedger.none(), 1)) {
      archive.write(page("https://example.org/1", "x"), MANDATE);
      archive.write(page("https://example.org/2", "y"), MANDATE);
      assertThat(archive.files()).hasSize(2);
    }
  }

  @Test
  void undoesContentCodingsAndKeepsTheDigestOfWhatWasSent() throws Exception {
    byte[] gzipped = gzip("<p>packed".getBytes(UTF_8));
    Capture capture;
    try (WarcArchive archive = new WarcArchive(folder, MANDATE, CLOCK, WarcLedger.none())) {
      capture =
          archive.write(
              exchange("https://example.org/", gzipped, new HeaderLine("Content-Encoding", "gzip")),
              MANDATE);
    }

    WarcEntry.Captured read = (WarcEntry.Captured) read(onlyFile()).getFirst();
    assertThat(new String(read.payload(), UTF_8)).isEqualTo("<p>packed");
    assertThat(read.capture().payloadDigest()).isEqualTo(Sha256.of(gzipped));
    assertThat(capture.payloadDigest()).isEqualTo(Sha256.of(gzipped));
  }

  @Test
  void cutsABombAndSaysSo() throws Exception {
    byte[] bomb = gzip(gzip(new byte[50 << 20]));
    try (WarcArchive archive = new WarcArchive(folder, MANDATE, CLOCK, WarcLedger.none())) {
      archive.write(
          exchange("https://example.org/", bomb, new HeaderLine("Content-Encoding", "gzip, gzip")),
          MANDATE);
    }

    try (WarcReader reader = WarcReader.open(onlyFile(), 1 << 20)) {
      WarcEntry.Captured read = (WarcEntry.Captured) reader.next();
      assertThat(read.payload()).hasSize(1 << 20);
      assertThat(read.capture().headers()).containsEntry("x-vigie-truncated", "length");
    }
  }

  @Test
  void doesNotPassOverARecordThatTheFileEndsIn() throws Exception {
    Path cut =
        Files.writeString(
            folder.resolve("cut.warc"),
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nabc");

    assertThat(read(cut)).hasSize(1).first().isInstanceOf(WarcEntry.Unreadable.class);
  }

  @Test
  void endsAfterOneUnreadableWhereverTheFileIsCut() throws Exception {
    byte[] whole = Files.readAllBytes(twoPages());
    for (int length = 1; length < whole.length; length++) {
      Path cut = folder.resolve("cut.warc.gz");
      Files.write(cut, Arrays.copyOf(whole, length));

      List<WarcEntry> entries = read(cut);

      assertThat(entries).hasSizeLessThanOrEqualTo(3);
      assertThat(entries.stream().filter(WarcEntry.Unreadable.class::isInstance).count())
          .as("cut at %d", length)
          .isLessThanOrEqualTo(1);
    }
  }

  @Test
  void readsOnAfterADamagedMember() throws Exception {
    byte[] bytes = Files.readAllBytes(twoPages());
    List<WarcEntry> sound = read(onlyFile());
    int first = (int) ((WarcEntry.Captured) sound.getFirst()).capture().offset();
    Arrays.fill(bytes, first + 40, first + 60, (byte) 0xff);
    Path damaged = folder.resolve("damaged.warc.gz");
    Files.write(damaged, bytes);

    List<WarcEntry> entries = read(damaged);

    assertThat(entries).hasSize(2);
    assertThat(entries.getFirst()).isInstanceOf(WarcEntry.Unreadable.class);
    assertThat(((WarcEntry.Unreadable) entries.getFirst()).position()).isEqualTo(first);
    assertThat(((WarcEntry.Captured) entries.getLast()).capture().url())
        .isEqualTo("https://example.org/2");
  }

  @Test
  void reportsGarbageOnceAndEnds() throws Exception {
    Path garbage = folder.resolve("garbage.warc.gz");
    byte[] whole = Files.readAllBytes(twoPages());
    try (OutputStream out = Files.newOutputStream(garbage)) {
      out.write(whole);
      out.write("this is not a record".getBytes(UTF_8));
    }

    List<WarcEntry> entries = read(garbage);

    assertThat(entries).hasSize(3);
    assertThat(entries.getLast()).isInstanceOf(WarcEntry.Unreadable.class);
    assertThat(((WarcEntry.Unreadable) entries.getLast()).position()).isEqualTo(whole.length);
  }

  @Test
  void reportsRecordsThatLieAboutTheirLengthWithoutRereadingTheFileForEach() throws Exception {
    Path liar = folder.resolve("liar.warc");
    String record =
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
            + "Content-Length: 99999999999\r\n\r\n";
    Files.writeString(liar, record.repeat(20_000));

    assertThat(read(liar)).hasSize(1).first().isInstanceOf(WarcEntry.Unreadable.class);
  }

  @Test
  void readsPlainFilesAndFilesCompressedAsAWhole() throws Exception {
    byte[] plain = plain(twoPages()).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Path plainFile = folder.resolve("plain.warc");
    Path wholeFile = folder.resolve("whole.warc.gz");
    Files.write(plainFile, plain);
    Files.write(wholeFile, gzip(plain));

    assertThat(read(plainFile)).hasSize(2).allMatch(WarcEntry.Captured.class::isInstance);
    assertThat(read(wholeFile)).hasSize(2).allMatch(WarcEntry.Captured.class::isInstance);
    assertThat(offsets(wholeFile)).isEqualTo(offsets(plainFile));
  }

  @Test
  void refusesABodyThatIsNotTheOneDigested() throws Exception {
    String plain = plain(twoPages()).replace("<p>one", "<p>two");
    Path changed = folder.resolve("changed.warc");
    Files.writeString(changed, plain, java.nio.charset.StandardCharsets.ISO_8859_1);

    List<WarcEntry> entries = read(changed);

    assertThat(((WarcEntry.Unreadable) entries.getFirst()).kind()).isEqualTo("digest-mismatch");
    assertThat(entries.getLast()).isInstanceOf(WarcEntry.Captured.class);
  }

  @Test
  void undoesChunksOfForeignRecordsAndLeavesTheirMandateEmpty() throws Exception {
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5\r\n<p>on\r\n1\r\ne\r\n0\r\n\r\n";
    Path foreign = foreign("2026-03-01T12:00:00Z", http);

    WarcEntry.Captured read = (WarcEntry.Captured) read(foreign).getFirst();
    assertThat(new String(read.payload(), UTF_8)).isEqualTo("<p>one");
    assertThat(read.capture().mandate()).isEmpty();
  }

  /** What counts in days can't tell them. */
  @ParameterizedTest
  @ValueSource(
      strings = {"+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z", "yesterday"})
  void refusesADateOfNoCalendar(String date) throws Exception {
    Path foreign = foreign(date, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>one");

    assertThat(read(foreign)).allMatch(WarcEntry.Unreadable.class::isInstance).isNotEmpty();
  }

  private Path foreign(String date, String http) throws Exception {
    return Files.writeString(
        folder.resolve("foreign.warc"),
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:"
            + "00000000-0000-0000-0000-000000000001>\r\nWARC-Date: "
            + date
            + "\r\nWARC-Target-URI: http://example.org/\r\n"
            + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
            + http.length()
            + "\r\n\r\n"
            + http
            + "\r\n\r\n");
  }

  @Test
  void wrapsAFolderOfPagesTheSameWayEachTime() throws Exception {
    Path pages = Files.createDirectories(folder.resolve("pages/deep er"));
    Files.writeString(folder.resolve("pages/b.html"), "<p>b");
    Files.write(pages.resolve("a.htm.gz"), gzip("<p>a".getBytes(UTF_8)));
    Files.writeString(pages.resolve("broken.html.gz"), "no gzip");
    Files.writeString(folder.resolve("pages/notes.txt"), "no page");
    Path once = folder.resolve("once.warc.gz");
    Path again = Files.createDirectories(folder.resolve("x")).resolve("once.warc.gz");

    HtmlImport.Report report = HtmlImport.wrap(folder.resolve("pages"), once, MANDATE, CLOCK);
    HtmlImport.wrap(folder.resolve("pages"), again, MANDATE, CLOCK);

    assertThat(report).isEqualTo(new HtmlImport.Report(2, 2));
    assertThat(Files.mismatch(once, again)).isEqualTo(-1);
    assertThat(firstMember(Files.readAllBytes(once))).isEqualTo(Deflater.BEST_SPEED);
    assertThat(read(once).stream().map(e -> ((WarcEntry.Captured) e).capture().url()))
        .containsExactly("https://import.invalid/b.html", "https://import.invalid/deep%20er/a.htm");
  }

  /** Returns the level at which zlib makes the same of the first member; -1 if at none. */
  private static int firstMember(byte[] warc) throws DataFormatException {
    int head = 10;
    Inflater inflater = new Inflater(true);
    inflater.setInput(warc, head, warc.length - head);
    byte[] content = new byte[1 << 16];
    int length = inflater.inflate(content);
    byte[] deflated = Arrays.copyOfRange(warc, head, head + (int) inflater.getBytesRead());
    inflater.end();
    for (int level = 1; level <= 9; level++) {
      Deflater deflater = new Deflater(level, true);
      deflater.setInput(content, 0, length);
      deflater.finish();
      byte[] zlib = new byte[1 << 16];
      byte[] made = Arrays.copyOf(zlib, deflater.deflate(zlib));
      deflater.end();
      if (Arrays.equals(made, deflated)) {
        return level;
      }
    }
    return -1;
  }

  @Test
  void importsNothingUnderAnExpiredMandate() {
    Clock later = Clock.fixed(MANDATE.validUntil(), ZoneOffset.UTC);

    assertThatThrownBy(() -> HtmlImport.wrap(folder, folder.resolve("x.warc"), MANDATE, later))
        .isInstanceOf(ExpiredMandateException.class);
    assertThat(folder.resolve("x.warc")).doesNotExist();
  }

  private Path twoPages() throws IOException {
    try (WarcArchive archive = new WarcArchive(folder, MANDATE, CLOCK, WarcLedger.none())) {
      archive.write(page("https://example.org/1", "<p>one"), MANDATE);
      archive.write(page("https://example.org/2", "<p>other"), MANDATE);
    }
    return onlyFile();
  }

  private Path onlyFile() {
    return folder.resolve("vigie-20260301120000-00001.warc.gz");
  }

  private static Exchange page(String url, String html) {
    return exchange(url, html.getBytes(UTF_8));
  }

  private static Exchange exchange(String url, byte[] body, HeaderLine... more) {
    List<HeaderLine> headers = new ArrayList<>(List.of(more));
    headers.add(new HeaderLine("Content-Type", "text/html"));
    headers.add(new HeaderLine("Transfer-Encoding", "chunked"));
    return new Exchange(
        url,
        "192.0.2.1",
        NOON,
        Duration.ofMillis(5),
        "GET / HTTP/1.1\r\nHost: example.org\r\n\r\n".getBytes(UTF_8),
        200,
        "OK",
        headers,
        body,
        false);
  }

  private static List<Long> offsets(Path warc) throws IOException {
    return read(warc).stream().map(e -> ((WarcEntry.Captured) e).capture().offset()).toList();
  }

  private static List<WarcEntry> read(Path warc) throws IOException {
    List<WarcEntry> entries = new ArrayList<>();
    try (WarcReader reader = WarcReader.open(warc)) {
      WarcEntry entry;
      while ((entry = reader.next()) != null) {
        entries.add(entry);
      }
      assertThat(reader.bytesRead()).isEqualTo(Files.size(warc));
    }
    return entries;
  }

  private static String plain(Path warc) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(warc))) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
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
