package org.vigie.pipeline.erase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.capture.warc.WarcArchive;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcLedger;
import org.vigie.capture.warc.WarcReader;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.UnreadableInputException;
import org.vigie.pipeline.workspace.Workspace;

class SourceErasureTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final Mandate MANDATE =
      new Mandate("Unit 7", "Art. 8", "detection", "C-1", "A. Judge", NOON.plusSeconds(9));
  private static final String SITE = "https://ads.example.org";
  private static final String GOES = "goes for good";

  @TempDir Path folder;
  private Workspace workspace = new Workspace(Path.of(""));
  private Inbox inbox = new Inbox(workspace, CLOCK);

  @BeforeEach
  void open() {
    workspace = new Workspace(folder.resolve("workspace"));
    inbox = new Inbox(workspace, CLOCK);
  }

  @Test
  void takesThePageAndWhatLeadsThereFromAnArchiveAndKeepsTheOthersOnIt() throws Exception {
    archive(
        page("/1", "text/html", "<p>Cook wanted for the kitchen of a school in the hills"),
        page(
            "/list", "text/html", "<ul><li><a href='/1'>Cook</a><li><a href='/gone'>Maid</a></ul>"),
        page("/feed", "application/feed+json", feed(item("gone", GOES), item("stays", "stays on"))),
        page("/gone", "text/html", "not found any more"));
    Map<String, String> before = new ReadInputs(inbox).adverts();
    String id = ReadInputs.id(before, GOES);
    assertThat(before).hasSizeGreaterThanOrEqualTo(3);

    Traces traces = erase(id);

    assertThat(traces.adverts()).containsExactly(id);
    assertThat(traces.addresses()).containsExactly(SITE + "/gone");
    assertThat(traces.kept()).hasSize(1);
    before.remove(id);
    assertThat(new ReadInputs(inbox).adverts()).isEqualTo(before);
    assertThat(pages()).containsExactly(SITE + "/1");
    assertThat(inbox.accept(workspace.captures(), Map.of(), MANDATE))
        .as("the archive as it is now was accepted")
        .hasSize(1);
    assertThat(inbox.accepted()).hasSize(2);
    assertThat(erase(id).files()).isEmpty();
  }

  @Test
  void emptiesLinesInTheWorkspaceAndTellsOfThoseOutside() throws Exception {
    String lines = line("stays") + line(GOES) + "no json\n" + line("stays too");
    String csv = "site,url,text\nads.example.org,/gone,\"two\nlines\"\nads.example.org,/x,one\n";
    Path inside = write(workspace.root().resolve("in/a.jsonl"), lines);
    Path table = write(workspace.root().resolve("in/b.csv"), csv);
    Path outside = write(folder.resolve("outside.jsonl"), line("another") + lines);
    for (Path file : List.of(inside, table, outside)) {
      inbox.accept(file, Map.of(), MANDATE);
    }
    Map<String, String> before = new ReadInputs(inbox).adverts();
    String one = ReadInputs.id(before, GOES);
    String other = ReadInputs.id(before, "two\nlines");

    Traces traces = erase(one, other);

    assertThat(inside).hasContent(line("stays") + "\nno json\n" + line("stays too"));
    assertThat(table).hasContent("site,url,text\n\n\nads.example.org,/x,one\n");
    assertThat(outside).hasContent(line("another") + lines);
    assertThat(traces.outside()).containsExactly(outside + ":3");
    before.remove(other);
    assertThat(new ReadInputs(inbox).adverts())
        .as("what is outside is passed over by runs alone")
        .isEqualTo(before);
    assertThat(inbox.accepted()).hasSize(3);
  }

  @Test
  void leavesTheAddressOfAnAdvertThatOthersStandAtToo() throws Exception {
    archive(
        page("/feed", "application/feed+json", feed(item("one", GOES), item("one", "stays on"))),
        page("/list", "text/html", "<ul><li><a href='/one'>One</a></ul>"));

    Traces traces = erase(ReadInputs.id(new ReadInputs(inbox).adverts(), GOES));

    assertThat(traces.addresses()).isEmpty();
    assertThat(pages()).containsExactly(SITE + "/list");
  }

  @Test
  void refusesToBeginWhereAnInputIsGone() throws Exception {
    Path input = write(workspace.root().resolve("in/a.jsonl"), line(GOES));
    inbox.accept(input, Map.of(), MANDATE);
    Files.delete(input);

    assertThatThrownBy(() -> erase("a-1"))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("in/a.jsonl isn't: restore it");
  }

  private Traces erase(String... ids) throws IOException {
    Path keep = Files.createTempDirectory(folder, "keep");
    Traces traces =
        new TraceFinder(workspace, SiteTemplates.none(), List.of(ids)).find(List.of(), keep);
    new SourceErasure(workspace).erase(traces, keep, NOON);
    return traces;
  }

  private void archive(Exchange... exchanges) throws IOException {
    try (WarcArchive archive =
        new WarcArchive(workspace.captures(), MANDATE, CLOCK, WarcLedger.none())) {
      for (Exchange exchange : exchanges) {
        archive.write(exchange, MANDATE);
      }
    }
    inbox.accept(workspace.captures(), Map.of(), MANDATE);
  }

  /** Returns the addresses of the pages that the archives still hold. */
  private TreeSet<String> pages() throws IOException {
    TreeSet<String> pages = new TreeSet<>();
    List<Path> files = new ArrayList<>();
    try (var list = Files.list(workspace.captures())) {
      list.forEach(files::add);
    }
    for (Path file : files) {
      try (WarcReader reader = WarcReader.open(file)) {
        for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
          pages.add(((WarcEntry.Captured) entry).capture().url());
        }
      }
    }
    return pages;
  }

  private static Exchange page(String path, String type, String body) {
    return new Exchange(
        SITE + path,
        "192.0.2.1",
        NOON,
        Duration.ofMillis(5),
        ("GET " + path + " HTTP/1.1\r\nHost: ads.example.org\r\n\r\n").getBytes(UTF_8),
        200,
        "OK",
        List.of(new HeaderLine("Content-Type", type)),
        body.getBytes(UTF_8),
        false);
  }

  private static String feed(String... items) {
    return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Offers\",\"items\":["
        + String.join(",", items)
        + "]}";
  }

  private static String item(String path, String text) {
    return "{\"id\":\"%s\",\"url\":\"%s/%s\",\"content_text\":\"%s\"}"
        .formatted(text, SITE, path, text);
  }

  private static String line(String text) {
    return "{\"text\":\"%s\",\"site\":\"ads.example.org\",\"posted\":\"2026-01-01\"}%n"
        .formatted(text);
  }

  private static Path write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
