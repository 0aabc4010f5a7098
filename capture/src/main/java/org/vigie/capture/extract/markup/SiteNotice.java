package org.vigie.capture.extract.markup;

import java.util.List;

/**
 * What a site says on any of its pages, whatever the page is about: who holds the rights, what it
 * does with cookies.
 *
 * <p>Such a notice may be longer than a short advert beside it, and many stand in elements that are
 * called nothing.
 */
final class SiteNotice {
  /** A longer block says more than a notice does. */
  private static final int MAX_WORDS = 250;

  /** As {@link PlainWords}. What a baker writes of cookies has none of these. */
  private static final List<String> PHRASES =
      List.of(
          " accept cookies ",
          " all cookies ",
          " all rights reserved ",
          " cookie notice ",
          " cookie policy ",
          " cookie preferences ",
          " cookie settings ",
          " cookies collect ",
          " cookies track ",
          " use cookies ",
          " use of cookies ",
          " uses cookies ");

  private SiteNotice() {}

  static boolean is(TextBlock block) {
    return block.words() <= MAX_WORDS && mayBe(block.text()) && holdsPhrase(block.text());
  }

  /** Most blocks need no closer look. */
  private static boolean mayBe(String text) {
    return text.contains("ookie") || text.contains("OOKIE") || text.contains("eserved");
  }

  private static boolean holdsPhrase(String text) {
    String plain = PlainWords.of(text);
    return PHRASES.stream().anyMatch(plain::contains);
  }
}
