package org.vigie.search;

import java.util.List;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;

/**
 * What an advert says, as it is shown to whoever asked for a list and not for this text: dots stand
 * for the wording of {@linkplain Indicator#masked masked} signs.
 */
public final class MaskedText {
  private static final char MASK = '\u00B7';

  private MaskedText() {}

  /** Returns the text of an advert, of the same length. */
  public static String of(AssessedAdvert advert) {
    return of(advert.advert().text(), wording(advert));
  }

  /**
   * Returns the title of an advert, or its beginning where it is longer than a snippet may be: a
   * title can hold a whole text, and lists show it without counting it.
   */
  public static String titleOf(AssessedAdvert advert) {
    String title = of(advert).substring(0, advert.advert().title().length());
    return Snippet.of(title, List.of()).text();
  }

  private static List<Span> wording(AssessedAdvert advert) {
    return advert.indicators().stream()
        .filter(Indicator::masked)
        .flatMap(indicator -> indicator.spans().stream())
        .toList();
  }

  private static String of(String text, List<Span> hidden) {
    StringBuilder masked = new StringBuilder(text);
    for (Span span : hidden) {
      for (int i = span.start(); i < Math.min(span.end(), text.length()); i++) {
        masked.setCharAt(i, MASK);
      }
    }
    return masked.toString();
  }
}
