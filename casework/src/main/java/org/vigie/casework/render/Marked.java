package org.vigie.casework.render;

import java.util.Comparator;
import java.util.List;
import org.vigie.advert.Span;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;

/** A text with stretches marked, safe to print. */
public final class Marked {
  private Marked() {}

  /** Returns a text on one line, its spans marked; parts of spans outside the text don't count. */
  public static String line(String text, List<Span> spans, Style style) {
    StringBuilder marked = new StringBuilder();
    int at = 0;
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
      int start = Math.max(at, Math.min(span.start(), text.length()));
      int end = Math.min(span.end(), text.length());
      if (start < end) {
        marked.append(plain(text.substring(at, start)));
        marked.append(style.mark(plain(text.substring(start, end))));
        at = end;
      }
    }
    return marked.append(plain(text.substring(at))).toString();
  }

  /** Returns the stretches of a text that spans cover, quoted, up to a number of them. */
  static String quotes(String text, List<Span> spans, int most) {
    StringBuilder quotes = new StringBuilder();
    for (Span span : spans.subList(0, Math.min(most, spans.size()))) {
      String part =
          text.substring(
              Math.min(span.start(), text.length()), Math.min(span.end(), text.length()));
      quotes.append(quotes.isEmpty() ? "" : ", ").append('"').append(plain(part)).append('"');
    }
    int more = spans.size() - most;
    return more > 0 ? quotes + " and " + more + " more" : quotes.toString();
  }

  private static String plain(String text) {
    return SafeText.line(Defanged.text(text));
  }
}
