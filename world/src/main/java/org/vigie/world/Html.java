package org.vigie.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Pieces of markup with text escaped. */
final class Html {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Html() {}

  /** Returns text that can stand in an element or a quoted attribute, of HTML and XML alike. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String paragraphs(List<String> paragraphs) {
    StringBuilder html = new StringBuilder();
    for (String paragraph : paragraphs) {
      html.append("<p>").append(escape(paragraph)).append("</p>\n");
    }
    return html.toString();
  }

  static String link(String href, String text) {
    return "<a href=\"" + escape(href) + "\">" + escape(text) + "</a>";
  }

  /** Returns the day of an instant, such as {@code 2026-01-05}. */
  static String day(Instant instant) {
    return DAY.format(instant);
  }
}
