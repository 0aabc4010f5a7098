package org.vigie.cli.command.crawl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.Mandate;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.capture.warc.WarcArchive;
import org.vigie.capture.warc.WarcLedger;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.FilesThatStay;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.MandateFile;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;

/** Erasure of an advert that a page shows only once its script has asked for it. */
@Tag("end-to-end")
class EraseRenderedTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate(
          "Unit 3", "Act 12", "recruitment", "7", "A. P.", Instant.parse("2100-01-01T00:00:00Z"));
  private static final String SITE = "https://ads.example.org";
  private static final String SHELL =
      "<html><body><div id=app></div><script src=/app.js></script></body></html>";
  private static final String GOES =
      "We look for packers in a warehouse near the harbour, long hours, a bed in a shared room,"
          + " call +44 7700 900123 today and ask for the manager";
  private static final String STAYS =
      "Hotel seeks cleaners who start at once, the ticket is paid and taken from wages, write to"
          + " jobs@example.org with a picture of yourself";
  private static final String OFFERS =
      "[{\"text\":\"%s\"},{\"text\":\"%s\"}]".formatted(GOES, STAYS);

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private Workspace workspace = new Workspace(Path.of(""));

  @BeforeEach
  void archiveTwoPages() throws Exception {
    here = Here.in(folder).home(Readme.project()).onRealTime();
    workspace = new Workspace(folder.resolve("vigie-workspace"));
    Files.createDirectories(workspace.root());
    MandateFile.write(workspace.mandate(), MANDATE);
    assertThat(here.vigie("models", "approve")).as("%s", here.err()).isZero();
    try (WarcArchive archive =
        new WarcArchive(
            workspace.captures(), MANDATE, Clock.fixed(NOON, ZoneOffset.UTC), WarcLedger.none())) {
      page(archive, "/1", GOES);
      page(archive, "/2", STAYS);
    }
  }

  @Test
  void leavesNoByteOfItInTheWorkspaceAndTheOtherPageReadable() throws Exception {
    read();
    assertThat(ids()).hasSize(2);
    assertThat(workspace.deadLetters()).as("frames that were rendered").isEmptyFile();
    assertThat(found("harbour")).anyMatch(file -> file.startsWith("captures/"));
    String id = id("packers");

    assertThat(here.vigie("erase", id, "--why", "request of the person"))
        .as("%s", here.err())
        .isZero();

    for (String piece : List.of("packers", "harbour", "900123", "shared room", SITE + "/1")) {
      assertThat(found(piece)).as(piece).isEmpty();
    }
    assertThat(found("cleaners")).anyMatch(file -> file.startsWith("captures/"));
    read();
    assertThat(ids()).hasSize(1).doesNotContain(id);
    assertThat(found("harbour")).isEmpty();
  }

  private void read() {
    assertThat(here.vigie("run", "--quiet", "--input", workspace.captures().toString()))
        .as("%s", here.err())
        .isZero();
  }

  private static void page(WarcArchive archive, String path, String text) throws IOException {
    Capture page = archive.write(exchange(path, "text/html", SHELL), MANDATE);
    archive.writePart(
        page, exchange("/app.js", "text/javascript", "fetch('/offers.json')"), MANDATE);
    archive.writePart(page, exchange("/offers.json", "application/json", OFFERS), MANDATE);
    archive.writeRendered(
        page,
        "<html><body><h1>An offer</h1><p>%s</p></body></html>".formatted(text).getBytes(UTF_8),
        "text/html; charset=utf-8",
        NOON,
        "Chrome/1",
        MANDATE);
  }

  private static Exchange exchange(String path, String type, String body) {
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

  private List<String> ids() throws IOException {
    List<String> ids = new ArrayList<>();
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      index.forEachAdvert("", hit -> ids.add(hit.advert().advert().id()));
    }
    return ids;
  }

  private String id(String word) throws IOException {
    List<String> ids = new ArrayList<>();
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      index.forEachAdvert(
          "",
          hit -> {
            Advert advert = hit.advert().advert();
            if (advert.body().contains(word)) {
              ids.add(advert.id());
            }
          });
    }
    return ids.getFirst();
  }

  /** Returns the files that hold a text, compressed or not. */
  private List<String> found(String text) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : FilesThatStay.in(workspace.root())) {
      byte[] bytes = Files.readAllBytes(file);
      String content = new String(bytes, ISO_8859_1);
      if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
          content += new String(in.readAllBytes(), ISO_8859_1);
        }
      }
      if (content.contains(text)) {
        found.add(workspace.root().relativize(file).toString());
      }
    }
    return found;
  }
}
