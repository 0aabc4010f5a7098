package org.vigie.casework.render;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a group of adverts says, as printed lines have it.
 *
 * @param title what it is called by, or empty
 * @param quotes sentences, the strongest sign first
 */
public record Told(String title, List<Quote> quotes) {
  public Told {
    quotes = List.copyOf(quotes);
  }

  /** A group of which nothing is told. */
  public static Told nothing() {
    return new Told("", List.of());
  }

  /** Returns a line for each sentence, its sign marked, with the advert that it stands in. */
  public List<String> lines(Style style) {
    return quotes.stream()
        .map(quote ->
            "\"%s\" %s"
                .formatted(
                    Marked.line(quote.text(), quote.marks(), style),
                    style.faint("(%s)".formatted(source(quote)))))
        .toList();
  }

  private static String source(Quote quote) {
    return Stream.concat(
            quote.signs().stream().map(Quote.QuotedSign::id), Stream.of(quote.advert()))
        .collect(Collectors.joining(", "));
  }
}
