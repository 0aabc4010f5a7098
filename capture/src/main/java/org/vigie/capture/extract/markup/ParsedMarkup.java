package org.vigie.capture.extract.markup;

import java.io.Reader;
import java.io.StringReader;
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
public record ParsedMarkup(Document document, boolean cut) {
  /** Text beyond this is not looked at: some thousand pages of print. */
  public static final int MAX_CHARS = 8 << 20;

  /**
   * Nodes and attributes together; the fullest of 384 saved pages has 51,025, of its 789,000
   * characters.
   */
  public static final int MAX_PARTS = 200_000;

  /** So short a text becomes some MiB at worst. */
  private static final int SHORT = 8 << 10;

  /** Deeper markup is flattened: no page needs it, and recursion over it could overflow. */
  private static final int MAX_DEPTH = 256;

  /** Parses a page. */
  public static ParsedMarkup html(Reader text, String url) {
    return shown(of(text, url, htmlParser()));
  }

  /** Parses a piece of a page, such as a description that holds markup. */
  public static ParsedMarkup html(String text, String url) {
    return text.length() <= SHORT
        ? shown(new ParsedMarkup(Jsoup.parse(text, url, htmlParser()), false))
        : html(new StringReader(text), url);
  }

  private static ParsedMarkup shown(ParsedMarkup parsed) {
    HiddenMail.show(parsed.document());
    return parsed;
  }

  public static ParsedMarkup xml(Reader text, String url) {
    return of(text, url, Parser.xmlParser().setMaxDepth(MAX_DEPTH));
  }

  private static Parser htmlParser() {
    return Parser.htmlParser().setMaxDepth(MAX_DEPTH);
  }

  private static ParsedMarkup of(Reader text, String url, Parser parser) {
    BoundedText bounded = new BoundedText(text, MAX_CHARS, MAX_PARTS / 2);
    StreamParser stream = new StreamParser(parser).parse(bounded, url);
    Iterator<Element> elements = stream.iterator();
    int parts = 0;
    while (elements.hasNext()) {
      Element element = elements.next();
      parts += 1 + element.attributesSize() + element.childNodeSize();
      if (parts > LargeDocuments.LARGE) {
        LargeDocuments.await();
      }
      if (parts > MAX_PARTS) {
        stream.stop();
        return new ParsedMarkup(stream.document(), true);
      }
    }
    return new ParsedMarkup(stream.document(), bounded.cut());
  }
}
