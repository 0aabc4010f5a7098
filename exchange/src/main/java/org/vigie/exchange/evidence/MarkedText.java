package org.vigie.exchange.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vigie.advert.Span;

/** An advert's text with the places marked at which something was found. */
final class MarkedText {
  private final String text;

  MarkedText(String text) {
    this.text = text;
  }

  /** Adds the text, or a part of it, with its marks. */
  void addTo(ReportHtml html, Span part, List<Span> spans) {
    int at = part.start();
    html.markup("<bdi>");
    for (Span span : merged(spans)) {
      int from = Math.max(span.start(), at);
      int to = Math.min(span.end(), part.end());
      if (from < to) {
        html.text(text.substring(at, from)).markup("<mark>").text(text.substring(from, to));
        html.markup("</mark>");
        at = to;
      }
    }
    html.text(text.substring(at, part.end())).markup("</bdi>");
  }

  /** Returns the line or lines that a span stands in. */
  Span lines(Span span) {
    int start = text.lastIndexOf('\n', Math.max(0, span.start() - 1)) + 1;
    int end = text.indexOf('\n', span.end());
    return new Span(Math.min(start, span.start()), end < 0 ? text.length() : end);
  }

  /** Spans may overlap, and one that cuts an address in two would undo its defanging. */
  private List<Span> merged(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    spans.stream()
        .filter(span -> span.length() > 0 && span.end() <= text.length())
        .map(this::aroundAddresses)
        .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
        .forEach(span -> {
          Span last = merged.isEmpty() ? null : merged.getLast();
          if (last != null && span.start() <= last.end()) {
            merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
          } else {
            merged.add(span);
          }
        });
    return merged;
  }

  private Span aroundAddresses(Span span) {
    int start = span.start();
    int end = span.end();
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    String words = text.substring(start, end).toLowerCase(Locale.ROOT);
    return words.contains("://") || words.contains("www.") ? new Span(start, end) : span;
  }
}
