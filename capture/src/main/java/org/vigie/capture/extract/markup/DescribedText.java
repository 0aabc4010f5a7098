package org.vigie.capture.extract.markup;

import org.jsoup.nodes.Element;

/**
 * The text of a description that may hold markup, or markup that was escaped.
 *
 * @param text a line per block, spaces collapsed
 * @param cut whether there was more than is looked at
 */
public record DescribedText(String text, boolean cut) {
  public static DescribedText of(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return new DescribedText(TidyText.of(html), false);
    }
    ParsedMarkup parsed = ParsedMarkup.html(html, "");
    String text = text(parsed.document().body(), html.indexOf('<') >= 0);
    // &lt;p&gt; in a description is markup that was escaped once too often.
    if (!text.contains("</") || !html.contains("&lt;")) {
      return new DescribedText(text, parsed.cut());
    }
    ParsedMarkup again = ParsedMarkup.html(text, "");
    return new DescribedText(BlockText.whole(again.document().body()), parsed.cut() || again.cut());
  }

  private static String text(Element body, boolean markup) {
    return markup && body.childrenSize() > 0
        ? BlockText.whole(body)
        : TidyText.of(body.wholeText());
  }
}
