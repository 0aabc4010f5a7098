package org.vigie.cli.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Movement;
import org.vigie.casework.render.ContactReport;
import org.vigie.casework.render.IndicatorText;
import org.vigie.casework.render.Style;
import org.vigie.pipeline.together.SharedSign;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** One contact as lines: who it serves, where, when and how fast it moves. */
public final class ContactLines {
  private final Style style;

  public ContactLines(Style style) {
    this.style = style;
  }

  /**
   * Returns a contact as lines.
   *
   * @param together what its adverts show when they are read together
   */
  public List<String> lines(ContactReport report, List<SharedSign> together) {
    ContactProfile contact = report.contact();
    List<String> lines = new ArrayList<>();
    lines.add(style.heading("MACHINE ASSESSMENT (evidence to check, not a verdict)"));
    lines.add(row("contact", shown(contact.key())));
    lines.add(
        row(
            "adverts",
            "%s; the median contact of %s has %s%s"
                .formatted(
                    Words.number(contact.adverts()),
                    SafeText.line(report.channel()),
                    Words.number(report.channelMedian()),
                    report.highOutput() ? ": OA-05 output rate" : "")));
    lines.add(row("days", Words.day(contact.firstSeen()) + " to " + Words.day(contact.lastSeen())));
    lines.add(row("busiest day", Words.count(contact.busiestDay(), "advert", "adverts")));
    lines.add(row("disguised", "in " + Words.count(contact.disguised(), "advert", "adverts")));
    counts(lines, "names", contact.names());
    numbers(lines, "ages", contact.ages());
    numbers(lines, "prices", contact.prices());
    counts(lines, "places", contact.places());
    counts(lines, "countries", contact.countries());
    counts(lines, "languages", contact.languages());
    counts(lines, "channels", contact.channels());
    counts(lines, "sites", contact.sites());
    counts(lines, "employers", contact.employers());
    counts(lines, "beside", contact.beside());
    movement(lines, contact.movement());
    if (!contact.circuit().isEmpty()) {
      lines.add(row("circuit", SafeText.line(String.join(" > ", contact.circuit()))));
    }
    contact.clashes().forEach(clash -> lines.add(row("clash", SafeText.line(clash))));
    contact.indicators().forEach(found -> lines.add(row("as a whole", IndicatorText.of(found))));
    together.forEach(finding -> addFinding(lines, finding));
    if (!report.cut().isEmpty()) {
      lines.add(row("cut", "joins no adverts: " + SafeText.line(report.cut())));
    }
    lines.add("");
    if (!report.network().isEmpty()) {
      lines.add("Its network: ./vigie network " + report.network());
    }
    lines.add("Its adverts: ./vigie search 'contact:\"%s\"'".formatted(shown(contact.key())));
    return lines;
  }

  private static void addFinding(List<String> lines, SharedSign finding) {
    lines.add(row("together", IndicatorText.of(finding.indicator())));
    if (!finding.contacts().isEmpty()) {
      lines.add(
          row(
              "",
              String.join(" · ", finding.contacts().stream().map(ContactLines::shown).toList())));
    }
    lines.add(row("", "read: " + SafeText.line(String.join(" ", finding.adverts()))));
  }

  private static void movement(List<String> lines, Movement movement) {
    if (!movement.places().isEmpty()) {
      lines.add(
          row(
              "fastest",
              "%s: %.0f km in %s, %.0f km/day"
                  .formatted(
                      SafeText.line(String.join(" > ", movement.places())),
                      movement.kilometres(),
                      Words.count(movement.days(), "day", "days"),
                      movement.kilometresPerDay())));
    }
  }

  private static void counts(List<String> lines, String name, Map<String, Long> counts) {
    if (!counts.isEmpty()) {
      lines.add(row(name, Words.counts(counts)));
    }
  }

  /** Of what ends in a number or a unit: {@code 450 EUR week 2} would be read as a second week. */
  private static void numbers(List<String> lines, String name, Map<String, Long> counts) {
    Map<String, Long> marked = new HashMap<>();
    counts.forEach((value, count) -> marked.put(value + ":", count));
    counts(lines, name, marked);
  }

  private static String shown(String key) {
    return SafeText.line(Defanged.text(key));
  }

  private static String row(String name, String value) {
    return "  %-12s %s".formatted(name, value);
  }
}
