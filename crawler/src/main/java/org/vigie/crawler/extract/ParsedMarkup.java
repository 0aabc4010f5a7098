package org.vigie.crawler.extract;

import java.util.Iterator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * The document that a page's text was parsed into, up to a bound on what it holds in memory.
 *
 * <p>Counting tags in the text would not do: open formatting elements are made anew, attributes and
 * all, in each paragraph that follows (HTML standard, "reconstruct the active formatting
 * elements"), so that 32 KiB of text can become 110 MiB of document. Hence the elements are counted
 * as they are made.
 *
 * @param document what was parsed
 * @param cut whether there was more
 */
record ParsedMarkup(Document document, boolean cut) {
  /** Text beyond this is not looked at: some thousand pages of print. */
  static final int MAX_CHARS = 8 << 20;

  /**
   * Nodes and attributes together; the fullest of 384 saved pages has 51,025, of its 789,000
   * characters.
   */
  static final int MAX_PARTS = 200_000;

  /** So short a text becomes some MiB at worst. */
  private static final int SHORT = 8 << 10;

  /** Deeper markup is flattened: no page needs it, and recursion over it could overflow. */
  private static final int MAX_DEPTH = 256;

  static ParsedMarkup html(String text, String url) {
    return of(text, url, htmlParser());
  }

  static ParsedMarkup xml(String text, String url) {
    return of(text, url, Parser.xmlParser().setMaxDepth(MAX_DEPTH));
  }

  /** Returns a parser for HTML of some bytes; longer ones need a bound. */
  private static Parser htmlParser() {
    return Parser.htmlParser().setMaxDepth(MAX_DEPTH);
  }

  private static ParsedMarkup of(String text, String url, Parser parser) {
    if (text.length() <= SHORT) {
      return new ParsedMarkup(Jsoup.parse(text, url, parser), false);
    }
    int end = end(text);
    boolean cut = end < text.length();
    StreamParser stream = new StreamParser(parser).parse(cut ? text.substring(0, end) : text, url);
    Iterator<Element> elements = stream.iterator();
    int parts = 0;
    while (elements.hasNext()) {
      Element element = elements.next();
      parts += 1 + element.attributesSize() + element.childNodeSize();
      if (parts > MAX_PARTS) {
        stream.stop();
        return new ParsedMarkup(stream.document(), true);
      }
    }
    return new ParsedMarkup(stream.document(), cut);
  }

  /**
   * Returns how much of a text is looked at. Comments and the like are counted here, since they are
   * not among the elements.
   */
  private static int end(String text) {
    int end = Math.min(text.length(), MAX_CHARS);
    if (end <= MAX_PARTS) {
      return end; // too short for too many of them
    }
    int comments = 0;
    for (int at = text.indexOf('<'); at >= 0 && at + 1 < end; at = text.indexOf('<', at + 1)) {
      char next = text.charAt(at + 1);
      boolean letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
      boolean closing = next == '/' && at + 2 < end && Character.isLetter(text.charAt(at + 2));
      if (!letter && !closing && ++comments > MAX_PARTS / 2) {
        return at;
      }
    }
    return end;
  }
}
