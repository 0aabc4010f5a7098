package org.vigie.exchange.picture;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page without anything that runs, loads or leads elsewhere: words, structure and own styles. */
final class HarmlessPage {
  /** Holds even where an element was overlooked: nothing is loaded, from the disk neither. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private static final String NOTE =
      "all: initial !important; display: block !important; font: 14px sans-serif !important;"
          + " background: #ffe680 !important; color: #000 !important; padding: 8px !important;";

  private HarmlessPage() {}

  /**
   * Returns a page made harmless.
   *
   * @param note what the picture says of itself, above all else
   */
  static String of(Document page, String note) {
    Document harmless = page.clone();
    harmless
        .select(
            "script, noscript, iframe, frame, object, embed, link, meta, base, img, picture,"
                + " video, audio, source, svg, portal, template")
        .remove();
    harmless.select("*").forEach(HarmlessPage::removeHandlers);
    Element policy = new Element("meta");
    policy.attr("http-equiv", "Content-Security-Policy").attr("content", POLICY);
    harmless.head().prependChild(policy);
    harmless.head().prependChild(new Element("meta").attr("charset", "utf-8"));
    harmless.body().prependChild(new Element("div").attr("style", NOTE).text(note));
    return harmless.outerHtml();
  }

  private static void removeHandlers(Element element) {
    element.attributes().asList().stream()
        .map(attribute -> attribute.getKey())
        .filter(name -> name.startsWith("on") || name.equals("href") || name.equals("src"))
        .toList()
        .forEach(element::removeAttr);
  }
}
