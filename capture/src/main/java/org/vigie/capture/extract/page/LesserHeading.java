package org.vigie.capture.extract.page;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * What a page is about where its greatest heading is the site's name, which its title ends with.
 */
final class LesserHeading {
  private static final Evaluator HEADINGS = Selector.evaluatorOf("h2, h3");

  /** More nodes are no heading. */
  private static final int MAX_NODES = 20;

  private static final int MAX_CHARS = 120;

  private LesserHeading() {}

  /** Returns the first heading of some words that a title begins with, or is cut from, or empty. */
  static String of(Document document, String title) {
    for (Element heading : document.select(HEADINGS)) {
      String text = heading.childNodeSize() > MAX_NODES ? "" : heading.text().strip();
      boolean fuller = text.length() <= MAX_CHARS && text.startsWith(title);
      if (text.indexOf(' ') > 0 && title.indexOf(' ') > 0 && (title.startsWith(text) || fuller)) {
        return text;
      }
    }
    return "";
  }
}
