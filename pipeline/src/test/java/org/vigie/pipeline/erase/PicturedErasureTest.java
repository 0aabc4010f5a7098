package org.vigie.pipeline.erase;

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
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.picture.PictureReading;
import org.vigie.capture.picture.ReadingLine;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.capture.warc.WarcArchive;
import org.vigie.capture.warc.WarcArchive.FetchedPicture;
import org.vigie.capture.warc.WarcLedger;
import org.vigie.pipeline.intake.EntryReader;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.Intake;
import org.vigie.pipeline.workspace.Workspace;

/** Pages of a crawl that read the pictures of their adverts. */
class PicturedErasureTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final Mandate MANDATE =
      new Mandate("Unit 7", "Art. 8", "detection", "C-1", "A. Judge", NOON.plusSeconds(9));
  private static final String SITE = "https://ads.example.org";

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
  void takesWhatWasReadOfAPictureWithItsPage() throws Exception {
    page("/1", "Room", List.of("/a.png", "/shared.png"));
    page("/2", "Work", List.of("/b.png", "/shared.png"));
    accept();
    Advert gone = advert("Room");
    assertThat(gone.pictureText()).contains("said by /a.png", "said by /shared.png");
    Advert stays = advert("Work");

    erase(gone.id());

    assertThat(adverts()).usingRecursiveFieldByFieldElementComparator().containsExactly(stays);
    assertThat(bytes()).contains("said by /b.png", "said by /shared.png");
    assertThat(bytes()).doesNotContain("said by /a.png", "Room");
    assertThat(erase(gone.id()).files()).as("done again").isEmpty();
  }

  @Test
  void readsTheSameFromWhereverItGoesOn() throws Exception {
    page("/1", "Room", List.of("/a.png"));
    page("/2", "Work", List.of("/b.png"));
    accept();
    InputManifest input = inbox.accepted().getFirst();
    List<List<Intake>> all = rest(input, 0);

    assertThat(all).hasSize(4);
    for (int from = 0; from <= all.size(); from++) {
      assertThat(rest(input, from)).isEqualTo(all.subList(from, all.size()));
    }
  }

  private static List<List<Intake>> rest(InputManifest input, int skipped) throws IOException {
    List<List<Intake>> rest = new ArrayList<>();
    try (EntryReader reader = EntryReader.open(input, SiteTemplates.none())) {
      for (int i = 0; i < skipped; i++) {
        reader.skip();
      }
      for (List<Intake> read = reader.next(); read != null; read = reader.next()) {
        rest.add(read);
      }
    }
    return rest;
  }

  private void page(String path, String name, List<String> pictures) throws IOException {
    String html =
        """
        <!doctype html><title>%1$s</title><script type="application/ld+json">
        {"@context": "https://schema.org", "@type": "Product", "name": "%1$s",
         "description": "%1$s in Lyon, from today, see picture", "image": ["%2$s"],
         "offers": {"@type": "Offer", "price": "90", "priceCurrency": "EUR"}}
        </script>\
        """
            .formatted(name, String.join("\",\"", pictures));
    var capture = archive.write(exchange(path, "text/html", html), MANDATE);
    for (String picture : pictures) {
      PictureReading reading =
          Objects.requireNonNull(
              ReadingLine.read(
                  """
                  {"sha256": "", "known": false, "refusal": {"kind": "", "reason": ""},
                   "hash": {"pdq": "", "quality": 0},
                   "shape": {"width": 9, "height": 9, "frames": 1, "exif": 0},
                   "writing": {"text": "said by %s", "unread": ""}, "codes": [], "millis": 0}
                  """
                      .formatted(picture)));
      archive.writePicture(
          capture,
          new FetchedPicture(
              SITE + picture, exchange(picture, "image/png", ""), MANDATE, reading, true));
    }
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

  private List<Advert> adverts() throws IOException {
    return new ReadInputs(inbox)
        .all().stream().map(Intake::advert).filter(Objects::nonNull).toList();
  }

  private Advert advert(String title) throws IOException {
    return adverts().stream().filter(each -> each.title().equals(title)).findFirst().orElseThrow();
  }

  private String bytes() throws IOException {
    byte[] packed = Files.readAllBytes(archive.files().getFirst());
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(packed, ISO_8859_1) + new String(in.readAllBytes(), ISO_8859_1);
    }
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
}
