package org.vigie.lab.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Mandate;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.capture.warc.WarcArchive;
import org.vigie.capture.warc.WarcLedger;

/**
 * What ten invented years bring into a workspace, a few texts at each step, each with a mark that
 * stands in no other: files, pages of their own, pages that several share, pages without adverts,
 * lines that can't be read.
 */
final class TenYears {
  /** How long what is kept, in days: not a multiple of the steps. */
  static final int RISKY = 700;

  static final int OTHER = 400;
  static final int ESCALATED = 1_000;

  /** Time between two steps. */
  static final Duration STEP = Duration.ofDays(244);

  static final int STEPS = 15;

  /** Steps after which the same text is posted again: its time is up long before. */
  private static final int SEASON = 4;

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private static final String CAMPAIGN =
      "Work in a hotel in town %s, no experience needed and no contract needed. Start immediately."
          + " Accommodation provided by employer. Bring your passport, we keep your passport until"
          + " the end of the season. The passport fee and the transport are deducted from your"
          + " wages. Pay 450 euro a week. Write on WhatsApp %s.";

  private final Path workspace;
  private final Mandate mandate;
  private final List<Brought> brought = new ArrayList<>();

  TenYears(Path workspace, Mandate mandate) {
    this.workspace = workspace;
    this.mandate = mandate;
  }

  /**
   * A text that was brought.
   *
   * @param mark what stands in it alone
   * @param days how long it may be kept
   * @param at when it was collected last
   * @param indexed whether it is an advert that pages may show
   */
  record Brought(String mark, int days, Instant at, boolean indexed) {
    boolean isOverdue(Instant now) {
      return !now.isBefore(at.plus(Duration.ofDays(days)));
    }
  }

  static Instant at(int step) {
    return START.plus(STEP.multipliedBy(step));
  }

  /** Returns all that was brought until now; a text that came again, once. */
  List<Brought> brought() {
    return List.copyOf(brought);
  }

  /** Returns the mark of a text, such as {@code markfq7xordinary}. */
  static String mark(int step, String what) {
    return "markfq%sx%s".formatted((char) ('a' + step), what);
  }

  /** Returns a number that only the campaign of a step names, as the index has it. */
  static String digits(int step) {
    return "3363998%02d77".formatted(10 + step);
  }

  /** Writes what a step brings and returns the inputs to read. */
  List<Path> write(int step) throws IOException {
    Instant now = at(step);
    Path inputs = Files.createDirectories(workspace.resolve("inputs"));
    Path file = inputs.resolve("step-%02d.jsonl".formatted(step));
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      String mark = mark(step, "risky" + i);
      bring(mark, RISKY, now, true);
      line(lines, CAMPAIGN.formatted(mark, "+33 6 39 98 %02d 77".formatted(10 + step)), now);
    }
    bring(digits(step), RISKY, now, false);
    ordinary(lines, step, "ordinary", now);
    escalated(lines, step, now);
    if (step % SEASON == 0) {
      brought.removeIf(one -> one.mark().equals("markfqseasonal"));
      bring("markfqseasonal", OTHER, now, true);
      line(lines, "Apples from the orchard, a basket each, markfqseasonal", now);
    }
    bring(mark(step, "unreadable"), OTHER, now, false);
    lines.append("no json ").append(mark(step, "unreadable")).append('\n');
    Files.writeString(file, lines.toString());
    captures(step, now);
    return List.of(file, workspace.resolve("captures"));
  }

  private void bring(String mark, int days, Instant at, boolean indexed) {
    brought.add(new Brought(mark, days, at, indexed));
  }

  private void ordinary(StringBuilder lines, int step, String what, Instant now) {
    bring(mark(step, what), OTHER, now, true);
    line(lines, "Piano lessons for beginners, twenty euro an hour, " + mark(step, what), now);
  }

  private void escalated(StringBuilder lines, int step, Instant now) {
    bring(mark(step, "escalated"), ESCALATED, now, false);
    line(lines, "Baby for sale, " + mark(step, "escalated"), now);
  }

  /** Only the time of collection counts: what a site says of when it was posted may be anything. */
  private static void line(StringBuilder lines, String text, Instant now) {
    String posted = Math.floorMod(text.hashCode(), 2) == 0 ? now.toString() : "2999-01-01";
    lines.append(
        "{\"text\":\"%s\",\"site\":\"ads.example.org\",\"posted\":\"%s\"}\n"
            .formatted(text, posted));
  }

  private void captures(int step, Instant now) throws IOException {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Path captures = workspace.resolve("captures");
    String alone = mark(step, "alone");
    String stays = mark(step, "feedrisky");
    String goes = mark(step, "feedordinary");
    bring(alone, OTHER, now, true);
    bring(mark(step, "list"), OTHER, now, false);
    bring(stays, RISKY, now, true);
    bring(goes, OTHER, now, true);
    try (WarcArchive archive = new WarcArchive(captures, mandate, clock, WarcLedger.none())) {
      archive.write(page(now, "/" + alone, "text/html", job(alone)), mandate);
      archive.write(
          page(
              now,
              "/list-" + step,
              "text/html",
              "<html><body><p>All offers of %s</p><a href='/x'>x</a>"
                  .formatted(mark(step, "list"))),
          mandate);
      archive.write(
          page(
              now,
              "/feed-%d.json".formatted(step),
              "application/feed+json",
              "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Offers\",\"items\":[%s,%s]}"
                  .formatted(
                      item(
                          stays,
                          CAMPAIGN.formatted(stays, "+33 6 39 98 %02d 78".formatted(10 + step))),
                      item(goes, "A bicycle for sale, as good as new, " + goes))),
          mandate);
    }
  }

  private static String item(String path, String text) {
    return "{\"id\":\"%1$s\",\"url\":\"https://pages.example.org/%1$s\",\"title\":\"Offer\",\"content_text\":\"%2$s\"}"
        .formatted(path, text);
  }

  private static String job(String mark) {
    return """
    <html><head><title>Cook</title><script type="application/ld+json">
    {"@context":"https://schema.org","@type":"JobPosting","title":"Cook","description":"Cook for a school, %1$s",
     "identifier":"%1$s","datePosted":"2026-02-20","hiringOrganization":"Example"}
    </script></head><body><h1>Cook</h1><p>Cook for a school, %1$s</p></body></html>
    """
        .formatted(mark);
  }

  private static Exchange page(Instant now, String path, String type, String body) {
    return new Exchange(
        "https://pages.example.org" + path,
        "192.0.2.1",
        now,
        Duration.ofMillis(5),
        ("GET " + path + " HTTP/1.1\r\nHost: pages.example.org\r\n\r\n").getBytes(UTF_8),
        200,
        "OK",
        List.of(new HeaderLine("Content-Type", type)),
        body.getBytes(UTF_8),
        false);
  }
}
