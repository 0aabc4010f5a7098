package org.vigie.exchange.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.vigie.exchange.pdf.ArchivalPdf;

/** A page of HTML of ours as PDF/A, which says at its head what it could not show. */
final class ReportPdf {
  private final ReportWords words;
  private final Locale language;
  private final Instant madeAt;

  ReportPdf(ReportWords words, Locale language, Instant madeAt) {
    this.words = words;
    this.language = language;
    this.madeAt = madeAt;
  }

  /**
   * Writes a file.
   *
   * @param from what holds the same and more: said where letters have no glyph
   */
  void write(String html, String title, String from, Path out) throws IOException {
    write(html, title, from, out, Integer.MAX_VALUE);
  }

  /**
   * Writes a file of at most some pages.
   *
   * @throws IOException if it takes more
   */
  void write(String html, String title, String from, Path out, int mostPages) throws IOException {
    Document page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    ArchivalPdf pdf = new ArchivalPdf(language, madeAt, words.say("glyphs-gap"));
    Map<String, Integer> missing = pdf.write(page, title, out, mostPages);
    Element first = page.body().selectFirst("h1");
    if (!missing.isEmpty() && first != null) {
      String scripts =
          missing.entrySet().stream()
              .map(each -> each.getKey() + " (" + each.getValue() + ")")
              .collect(Collectors.joining(", "));
      first.after(new Element("p").text(words.say("glyphs-missing", scripts, from)));
      pdf.write(page, title, out, mostPages);
    }
  }
}
