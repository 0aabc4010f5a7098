package org.vigie.pipeline.erase;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.DeadLetter;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.warc.ArchivedPage;
import org.vigie.capture.warc.Comparison;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.capture.warc.WarcArchive;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcLedger;
import org.vigie.capture.warc.WarcReader;
import org.vigie.pipeline.intake.EntryReader;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.Intake;
import org.vigie.pipeline.workspace.Workspace;

/** Pages that a browser rendered, with what their scripts asked for. */
class RenderedErasureTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final Mandate MANDATE =
      new Mandate("Unit 7", "Art. 8", "detection", "C-1", "A. Judge", NOON.plusSeconds(9));
  private static final String SITE = "https://ads.example.org";
  private static final String SHELL =
      "<html><body><div id=app></div><script src=/app.js></script></body></html>";
  private static final String APP = "fetch('/offers.json').then(show)";

  private static final String GOES =
      "We look for packers in a ware\u00adhouse near the harbour, long hours, a bed in a shared room,"
          + " call +44 7700 900123 today and ask for the manager named Ren\u00e9";
  private static final String STAYS =
      "Hotel seeks cleaners who start at once, the ticket is paid and taken from wages, write to"
          + " jobs@example.org with a picture of yourself";

  @TempDir Path folder;
  private Workspace workspace = new Workspace(Path.of(""));
  private Inbox inbox = new Inbox(workspace, CLOCK);
  private WarcArchive archive = new WarcArchive(Path.of(""), MANDATE, CLOCK, WarcLedger.none());

  @BeforeEach
  void open() {
    workspace = new Workspace(folder.resolve("workspace"));
    inbox = new Inbox(workspace, CLOCK);
    archive = new WarcArchive(workspace.captures(), MANDATE, CLOCK, WarcLedger.none());
  }

  @Test
  void readsWhatABrowserMadeOfAFrameInItsPlaceAndNoneOfItsParts() throws Exception {
    Capture one = write("/1");
    part(one, "/app.js", "text/javascript", APP);
    part(one, "/offers.json", "application/json", offers());
    part(one, "/feed.json", "application/feed+json", feed());
    rendered(one, GOES);
    write("/2");
    accept();

    List<Intake> read = new ReadInputs(inbox).all();

    assertThat(read.stream().map(Intake::advert).filter(advert -> advert != null))
        .extracting(Advert::url)
        .containsExactly(SITE + "/1");
    assertThat(read.stream().map(Intake::deadLetter).filter(dead -> dead != null))
        .as("the frame that nobody rendered")
        .extracting(DeadLetter::kind, DeadLetter::raw)
        .containsExactly(tuple("needs-script", SITE + "/2"));
    assertThat(read).hasSize(2);
  }

  @Test
  void countsTheSameEntriesWhetherReadOrPassedOver() throws Exception {
    Capture one = write("/1");
    part(one, "/offers.json", "application/json", offers());
    rendered(one, GOES);
    rendered(write("/2"), STAYS);
    accept();
    InputManifest input = inbox.accepted().getFirst();
    List<List<Intake>> all = new ArrayList<>();
    try (EntryReader reader = EntryReader.open(input, SiteTemplates.none())) {
      for (List<Intake> read = reader.next(); read != null; read = reader.next()) {
        all.add(read);
      }
    }
    for (int from = 0; from <= all.size(); from++) {
      List<List<Intake>> rest = new ArrayList<>();
      try (EntryReader reader = EntryReader.open(input, SiteTemplates.none())) {
        for (int skipped = 0; skipped < from; skipped++) {
          reader.skip();
        }
        for (List<Intake> read = reader.next(); read != null; read = reader.next()) {
          rest.add(read);
        }
      }
      assertThat(rest).as("from %d on", from).isEqualTo(all.subList(from, all.size()));
    }
  }

  @Test
  void takesTheDataThatScriptsAskedForWithThePageAndLeavesTheOtherPages() throws Exception {
    Capture one = write("/1");
    part(one, "/app.js", "text/javascript", APP);
    part(one, "/offers.json", "application/json", offers());
    part(one, "/settings.json", "application/json", "{\"colour\": \"of page one\"}");
    archive.writePart(one, unreadable("/coded.json"), MANDATE);
    part(one, "/view.html", "text/html", "<p>" + GOES.replace("bed", "<b>b</b>ed") + "</p>");
    rendered(one, GOES);
    Capture two = write("/2");
    part(two, "/offers.json", "application/json", offers());
    part(two, "/more.json", "application/json", "[{\"html\": \"<i>" + escaped(GOES) + "</i>\"}]");
    part(two, "/data.js", "text/javascript", "var x = '" + escaped(GOES.substring(20, 80)) + "'");
    part(two, "/settings.json", "application/json", "{\"colour\": \"of page two\"}");
    rendered(two, STAYS);
    accept();
    Map<String, String> before = new ReadInputs(inbox).adverts();
    String id = ReadInputs.id(before, "We look");

    Traces traces = erase(id);

    before.remove(id);
    assertThat(new ReadInputs(inbox).adverts()).isEqualTo(before).hasSize(1);
    assertThat(records())
        .containsExactly("part /app.js", "page /2", "part /settings.json", "page /2");
    String left = bytes();
    assertThat(left).contains("of page two", "fetch('/offers.json')", "cleaners who start");
    assertThat(left)
        .doesNotContain("packers", "the harbour", "900123", "shared room", "of page one")
        .doesNotContain(SITE + "/1", "GET /1 ");
    assertThat(traces.kept()).isEmpty();
    assertThat(new ReadInputs(inbox).all().stream().filter(read -> read.deadLetter() != null))
        .isEmpty();
    assertThat(erase(id).files()).as("done again").isEmpty();
  }

  @Test
  void keepsTheOtherAdvertsOfARenderedListThoughItsBytesGo() throws Exception {
    Capture list = write("/list");
    part(list, "/app.js", "text/javascript", APP);
    part(list, "/offers.json", "application/json", offers());
    archive.writeRendered(
        list,
        ("<html><head><script type='application/ld+json'>["
                + posting("/1", GOES)
                + ","
                + posting("/2", STAYS)
                + "]</script></head><body></body></html>")
            .getBytes(UTF_8),
        "text/html; charset=utf-8",
        NOON,
        "Chrome/1",
        MANDATE);
    accept();
    Map<String, String> before = new ReadInputs(inbox).adverts();
    assertThat(before).hasSize(2);
    String id = ReadInputs.id(before, "We look");

    Traces traces = erase(id);

    before.remove(id);
    assertThat(new ReadInputs(inbox).adverts()).isEqualTo(before);
    assertThat(traces.kept()).hasSize(1);
    assertThat(records()).containsExactly("part /app.js");
    assertThat(bytes()).doesNotContain("packers", "900123");
  }

  @Test
  void keepsWhatCameWithAPageThatStaysWhenItsTimeIsUp() throws Exception {
    Capture one = write("/1");
    part(one, "/app.js", "text/javascript", APP);
    part(one, "/offers.json", "application/json", "[\"" + STAYS + "\"]");
    rendered(one, STAYS);
    Capture two = write("/2");
    part(two, "/offers.json", "application/json", "[\"nothing\"]");
    accept();

    Path keep = Files.createTempDirectory(folder, "keep");
    Traces traces =
        new TraceFinder(workspace, SiteTemplates.none(), List.of(), NOON.plusSeconds(5))
            .find(List.of(), keep);
    new SourceErasure(workspace).erase(traces, keep, NOON);

    assertThat(records())
        .containsExactly("page /1", "part /app.js", "part /offers.json", "page /1");
  }

  @Test
  void findsWhatBelongsToAPageThatWasTheSameAsBefore() throws Exception {
    Capture first = write("/1");
    Capture again =
        archive.write(
            exchange("/1", "text/html", SHELL),
            MANDATE,
            new Comparison(
                new ArchivedPage(NOON, first.container(), first.offset()), List.of(), false));
    part(again, "/offers.json", "application/json", offers());
    rendered(again, GOES);
    accept();

    erase(ReadInputs.id(new ReadInputs(inbox).adverts(), "We look"));

    assertThat(records()).isEmpty();
    assertThat(bytes()).doesNotContain("packers", "900123", "cleaners");
  }

  private Capture write(String path) throws IOException {
    return archive.write(exchange(path, "text/html", SHELL), MANDATE);
  }

  private void part(Capture of, String path, String type, String body) throws IOException {
    archive.writePart(of, exchange(path, type, body), MANDATE);
  }

  private void rendered(Capture of, String text) throws IOException {
    String html =
        "<html><body><h1>An offer</h1><p>%s</p><script src=/app.js></script></body></html>"
            .formatted(text);
    archive.writeRendered(
        of, html.getBytes(UTF_8), "text/html; charset=utf-8", NOON, "Chrome/1", MANDATE);
  }

  private void accept() throws IOException {
    archive.close();
    inbox.accept(workspace.captures(), Map.of(), MANDATE);
  }

  private Traces erase(String id) throws IOException {
    Path keep = Files.createTempDirectory(folder, "keep");
    Traces traces =
        new TraceFinder(workspace, SiteTemplates.none(), List.of(id)).find(List.of(), keep);
    new SourceErasure(workspace).erase(traces, keep, NOON);
    return traces;
  }

  /** Returns what the archive still holds, in order. */
  private List<String> records() throws IOException {
    List<String> records = new ArrayList<>();
    try (WarcReader reader = WarcReader.open(archive.files().getFirst())) {
      for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
        switch (entry) {
          case WarcEntry.Captured page -> records.add("page " + path(page.capture()));
          case WarcEntry.Part part -> records.add("part " + path(part.capture()));
          default -> records.add(entry.getClass().getSimpleName());
        }
      }
    }
    return records;
  }

  private static String path(Capture capture) {
    return capture.url().substring(SITE.length());
  }

  /** Returns all bytes of the archive: as they are, unpacked, and bodies unpacked once more. */
  private String bytes() throws IOException {
    Path file = archive.files().getFirst();
    byte[] packed = Files.readAllBytes(file);
    StringBuilder all = new StringBuilder(new String(packed, ISO_8859_1));
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      all.append(new String(in.readAllBytes(), ISO_8859_1));
    }
    try (WarcReader reader = WarcReader.open(file)) {
      for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
        switch (entry) {
          case WarcEntry.Captured page -> all.append(new String(page.payload(), UTF_8));
          case WarcEntry.Part part -> all.append(new String(part.payload(), UTF_8));
          default -> {}
        }
      }
    }
    return all.toString();
  }

  private static Exchange exchange(String path, String type, String body) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(coded)) {
      out.write(body.getBytes(UTF_8));
    }
    return new Exchange(
        SITE + path,
        "192.0.2.1",
        NOON,
        Duration.ofMillis(5),
        ("GET " + path + " HTTP/1.1\r\nHost: ads.example.org\r\n\r\n").getBytes(UTF_8),
        200,
        "OK",
        List.of(new HeaderLine("Content-Type", type), new HeaderLine("Content-Encoding", "gzip")),
        coded.toByteArray(),
        false);
  }

  private static Exchange unreadable(String path) throws IOException {
    Exchange read = exchange(path, "application/json", "");
    List<HeaderLine> headers = List.of(new HeaderLine("Content-Encoding", "unheard-of"));
    return new Exchange(
        read.url(),
        read.address(),
        read.fetchedAt(),
        read.took(),
        read.request(),
        read.response().status(),
        read.response().reason(),
        headers,
        "packers".getBytes(UTF_8),
        false);
  }

  private static String offers() {
    return "[{\"text\":\"%s\"},{\"text\":\"%s\"}]".formatted(escaped(GOES), STAYS);
  }

  private static String feed() {
    return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Offers\",\"items\":"
        + "[{\"id\":\"7\",\"url\":\"%s/7\",\"content_text\":\"%s\"}]}".formatted(SITE, STAYS);
  }

  private static String posting(String path, String text) {
    return "{\"@context\":\"https://schema.org\",\"@type\":\"JobPosting\",\"title\":\"An offer\","
        + "\"url\":\"%s\",\"description\":\"%s\"}".formatted(SITE + path, text);
  }

  private static String escaped(String text) {
    return text.replace("\u00e9", "\\u00E9").replace("\u00ad", "\\u00ad").replace(", ", ",\\n");
  }
}
