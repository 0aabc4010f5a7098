package org.vigie.lab.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.zip.GZIPOutputStream;
import org.vigie.advert.Mandate;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.capture.warc.WarcArchive;
import org.vigie.capture.warc.WarcLedger;

/**
 * Invented inputs of every kind, with three adverts among them that are to be erased, or without
 * these: one in files, one on a page of its own, one on a page beside another.
 */
final class ErasedWorld {
  /** Stands in the text of each advert to erase. */
  static final String PHRASE = "a phrase that nobody else writes";

  /** Digits of the telephone number to erase, as they are normalised and as they are written. */
  static final List<String> DIGITS = List.of("39987712", "39 98 77 12");

  /** Where the three stand, and nothing else. */
  static final String PATH = "to-be-erased";

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String CAMPAIGN =
      "Work in a hotel in %s, no experience needed and no contract needed. Start immediately."
          + " Accommodation provided by employer. Bring your passport, we keep your passport until"
          + " the end of the season. The passport fee and the transport are deducted from your"
          + " wages. Pay 450 euro a week. Write on WhatsApp %s.";

  private final Path folder;
  private final boolean erased;

  /**
   * @param folder the workspace
   * @param erased whether the three adverts are left out
   */
  ErasedWorld(Path folder, boolean erased) {
    this.folder = folder;
    this.erased = erased;
  }

  /** Writes the inputs that lie in the workspace and returns the folders to read. */
  List<Path> write(Path outside) throws IOException {
    Path inputs = Files.createDirectories(folder.resolve("inputs"));
    Files.write(inputs.resolve("adverts.jsonl.gz"), gzip(jsonl()));
    Files.writeString(inputs.resolve("more.csv"), csv());
    Files.createDirectories(outside);
    Files.writeString(outside.resolve("outside.jsonl"), outside());
    captures();
    return List.of(inputs, outside, folder.resolve("captures"));
  }

  /** Returns what comes from standard input. */
  String piped() {
    return lines(kept("Lyon", "+33 6 39 98 00 01", 40), inFiles());
  }

  private String jsonl() {
    List<String> all = new ArrayList<>();
    all.add(inFiles());
    for (int i = 0; i < 6; i++) {
      all.add(kept("town " + i, "+33 6 39 98 00 0" + i % 2, i));
    }
    all.add("{\"text\": 7"); // a dead letter, which has a place of its own
    all.add(single(1));
    return lines(all.toArray(String[]::new));
  }

  private String outside() {
    return lines(single(2), inFiles(), single(3));
  }

  private String csv() {
    String header = "site,url,posted,title,text\n";
    String row = "ads.example.org,https://ads.example.org/csv-%d,2026-02-1%dT08:00:00Z,,\"%s\"\n";
    String other = "A bicycle for sale,\nas good as new, number %d";
    String wanted =
        "ads.example.org,https://ads.example.org/%s,2026-02-01T08:00:00Z,%s,\"%s\"\n"
            .formatted(PATH + "-1", "Hotel staff", text().replace("\\n", "\n"));
    return header
        + row.formatted(1, 1, other.formatted(1))
        + (erased ? "" : wanted)
        + row.formatted(2, 2, other.formatted(2));
  }

  /** The one in files: the earliest of its campaign. */
  private String inFiles() {
    return erased ? "" : advert("Hotel staff", text(), PATH + "-1", "2026-02-01T08:00:00Z");
  }

  private static String text() {
    return CAMPAIGN.formatted("Nice", "+33 6 39 98 77 12") + "\\n" + PHRASE;
  }

  private static String kept(String town, String phone, int number) {
    return advert(
        "Hotel staff in " + town,
        CAMPAIGN.formatted(town, phone),
        "kept-" + number,
        "2026-02-0%dT08:00:00Z".formatted(2 + number % 7));
  }

  private static String single(int number) {
    return advert(
        "Piano lessons " + number,
        "Lessons for beginners at home, twenty euro an hour, teacher number " + number,
        "single-" + number,
        "2026-02-09T0%d:00:00Z".formatted(number));
  }

  private static String advert(String title, String text, String path, String posted) {
    return ("{\"title\":\"%s\",\"text\":\"%s\",\"site\":\"ads.example.org\","
            + "\"url\":\"https://ads.example.org/%s\",\"posted\":\"%s\"}")
        .formatted(title, text, path, posted);
  }

  private void captures() throws IOException {
    Mandate mandate =
        new Mandate(
            "Unit", "Art. 8", "test", "C-1", "chief", Instant.parse("2100-01-01T00:00:00Z"));
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    Path captures = folder.resolve("captures");
    try (WarcArchive archive = new WarcArchive(captures, mandate, clock, WarcLedger.none())) {
      archive.write(
          page("/kept-page", job("Cook wanted", "Cook for a school", "kept-page")), mandate);
      if (!erased) {
        archive.write(page("/list", list()), mandate);
        archive.write(page("/" + PATH + "-2", job("Maid", PHRASE + " 33639987712", PATH)), mandate);
      }
      archive.write(exchange("/feed.json", "application/feed+json", 200, feed()), mandate);
      if (!erased) {
        archive.write(exchange("/" + PATH + "-2", "text/html", 404, "gone"), mandate);
      }
      archive.write(page("/other-page", job("Gardener", "Garden of a museum", "other")), mandate);
    }
  }

  private static Exchange page(String path, String html) {
    return exchange(path, "text/html", 200, html);
  }

  private static Exchange exchange(String path, String type, int status, String body) {
    return new Exchange(
        "https://pages.example.org" + path,
        "192.0.2.1",
        NOON,
        Duration.ofMillis(5),
        ("GET " + path + " HTTP/1.1\r\nHost: pages.example.org\r\n\r\n").getBytes(UTF_8),
        status,
        "status",
        List.of(new HeaderLine("Content-Type", type)),
        body.getBytes(UTF_8),
        false);
  }

  private static String list() {
    return "<html><body><ul><li><a href='/kept-page'>Cook</a><li><a href='/%s-2'>Maid</a></ul>"
        .formatted(PATH);
  }

  private static String job(String title, String text, String id) {
    return """
    <html><head><title>%1$s</title><script type="application/ld+json">
    {"@context":"https://schema.org","@type":"JobPosting","title":"%1$s","description":"%2$s",
     "identifier":"%3$s","datePosted":"2026-02-20","hiringOrganization":"Example"}
    </script></head><body><h1>%1$s</h1><p>%2$s</p></body></html>
    """
        .formatted(title, text, id);
  }

  private String feed() {
    String item =
        "{\"id\":\"%s\",\"url\":\"https://pages.example.org/%s\",\"title\":\"%s\","
            + "\"content_text\":\"%s\",\"date_published\":\"2026-02-21T08:00:00Z\"}";
    String stays = item.formatted("9", "feed-kept", "Driver", "Driver for a bakery at night");
    String goes =
        item.formatted("8", PATH + "-3", "Nanny", PHRASE + ", write to +33 6 39 98 77 12");
    return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Offers\",\"items\":[%s]}"
        .formatted(erased ? stays : goes + "," + stays);
  }

  private static String lines(String... adverts) {
    StringBuilder lines = new StringBuilder();
    for (String advert : adverts) {
      lines.append(advert).append(advert.isEmpty() ? "" : "\n");
    }
    return lines.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }
}
