package org.vigie.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.TriedPage;
import org.vigie.crawler.PageTrial;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** What one page yields, as lines. */
public final class TrialView {
  /** Enough to see whether it is the right text. */
  private static final int MAX_TEXT_LINES = 12;

  private static final int MAX_TEXT_CHARS = 1_000;
  private static final int MAX_LINKS = 10;

  private TrialView() {}

  /** Returns the lines; all that the page brought is made safe to print. */
  public static List<String> lines(PageTrial.Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(row("page", safe(report.url())));
    lines.add(row("outcome", report.outcome()));
    if (!report.redirect().isEmpty()) {
      lines.add(row("leads to", safe(report.redirect()) + " (not followed)"));
    }
    if (!report.contentType().isEmpty()) {
      lines.add(row("content type", safe(report.contentType())));
    }
    TriedPage page = report.page();
    if (page != null) {
      page(lines, report, page);
    }
    return lines;
  }

  private static void page(List<String> lines, PageTrial.Report report, TriedPage page) {
    lines.add(row("charset", page.charset()));
    lines.add(row("cut", cut(report.truncated(), page.extraction().cut())));
    if (!page.extraction().failure().isEmpty()) {
      lines.add(row("unreadable", safe(page.extraction().failure())));
      return;
    }
    lines.add(row("read by", safe(page.reader())));
    page.selectors().forEach((part, values) -> lines.add(row("selector", selector(part, values))));
    lines.add(row("adverts", Words.number(page.extraction().adverts().size())));
    page.extraction().adverts().forEach(advert -> advert(lines, advert));
    lines.add("");
    links(lines, "paging", page.paging());
    links(lines, "in scope", report.inScope());
    links(lines, "out of scope", report.outOfScope());
  }

  private static String cut(boolean body, boolean extraction) {
    if (body) {
      return "yes: it was longer than crawl.max-body";
    }
    return extraction ? "yes: it held more than is looked at" : "no";
  }

  private static String selector(String part, int values) {
    return values == 0
        ? part + " matched nothing"
        : part + " matched " + Words.count(values, "value", "values");
  }

  private static void advert(List<String> lines, Advert advert) {
    lines.add("");
    lines.add(row("title", safe(advert.title())));
    lines.add(row("channel", advert.channel().label()));
    lines.add(
        row("posted", advert.postedAt() == null ? "not said" : Words.minute(advert.postedAt())));
    optional(lines, "place", advert.place());
    optional(lines, "country", advert.country());
    optional(lines, "language", advert.language());
    advert.fields().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(field -> optional(lines, SafeText.line(field.getKey()), field.getValue()));
    String body = advert.body();
    boolean cut = body.length() > MAX_TEXT_CHARS || body.lines().count() > MAX_TEXT_LINES;
    String start = body.substring(0, Math.min(body.length(), MAX_TEXT_CHARS));
    SafeText.block(Defanged.text(start))
        .lines()
        .limit(MAX_TEXT_LINES)
        .forEach(line -> lines.add("    " + line));
    if (cut) {
      lines.add("    … " + Words.number(body.length()) + " characters in all");
    }
  }

  private static void links(List<String> lines, String name, List<String> links) {
    lines.add(row(name, Words.count(links.size(), "link", "links")));
    links.stream().limit(MAX_LINKS).forEach(link -> lines.add("    " + safe(link)));
    if (links.size() > MAX_LINKS) {
      lines.add("    … and %s more".formatted(Words.number(links.size() - MAX_LINKS)));
    }
  }

  private static void optional(List<String> lines, String name, String value) {
    if (!value.isBlank()) {
      lines.add(row(name, safe(value)));
    }
  }

  private static String safe(String text) {
    return SafeText.line(Defanged.text(text.strip()));
  }

  private static String row(String name, String value) {
    return "  %-12s %s".formatted(name, value).stripTrailing();
  }
}
