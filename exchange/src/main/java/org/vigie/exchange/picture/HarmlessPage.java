package org.vigie.exchange.picture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.XmlDeclaration;

/** A page without anything that runs, loads or leads elsewhere: words, structure and own styles. */
final class HarmlessPage {
  /** Holds even where an element was overlooked: nothing is loaded, from the disk neither. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private static final String NOTE =
      "all: initial !important; display: block !important; font: 14px sans-serif !important;"
          + " background: #ffe680 !important; color: #000 !important; padding: 8px !important;";

  /**
   * What runs, loads or leads elsewhere; and what is read by other rules than those of HTML, so
   * that the same letters may be words to one reader and elements to the next.
   */
  private static final String REMOVED =
      "script, noscript, iframe, frame, object, embed, link, meta, base, img, picture, video, audio,"
          + " source, svg, math, portal, template, xmp, plaintext, noembed, noframes";

  private static final Set<String> LEADING =
      Set.of(
          "href",
          "src",
          "srcset",
          "srcdoc",
          "xlink:href",
          "action",
          "formaction",
          "background",
          "poster",
          "data",
          "ping");

  private static final int MOST_ROUNDS = 5;

  private HarmlessPage() {}

  /**
   * Returns a page made harmless.
   *
   * @param note what the picture says of itself, above all else
   * @throws IOException if it never stays what it was cleaned to when it is read again
   */
  static String of(Document page, String note) throws IOException {
    Document harmless = settled(page);
    Element policy = new Element("meta");
    policy.attr("http-equiv", "Content-Security-Policy").attr("content", POLICY);
    harmless.head().prependChild(policy);
    harmless.head().prependChild(new Element("meta").attr("charset", "utf-8"));
    harmless.body().prependChild(new Element("div").attr("style", NOTE).text(note));
    return harmless.outerHtml();
  }

  /**
   * A browser reads what was written anew. What then becomes something else is cleaned again, until
   * nothing does any more.
   */
  private static Document settled(Document page) throws IOException {
    Document harmless = cleaned(page.clone());
    for (int i = 0; i < MOST_ROUNDS; i++) {
      String written = harmless.outerHtml();
      harmless = cleaned(Jsoup.parse(written));
      if (harmless.outerHtml().equals(written)) {
        return harmless;
      }
    }
    throw new IOException(
        "a page must stay as it was cleaned within %d rounds, but changes".formatted(MOST_ROUNDS));
  }

  private static Document cleaned(Document page) {
    page.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
    page.select(REMOVED).remove();
    page.select("style").stream().filter(style -> style.data().contains("<")).forEach(Node::remove);
    page.select("*").forEach(HarmlessPage::removeHandlers);
    List<Node> unseen = new ArrayList<>();
    page.traverse((node, depth) -> {
      if (node instanceof Comment || node instanceof XmlDeclaration || node instanceof CDataNode) {
        unseen.add(node);
      }
    });
    unseen.forEach(Node::remove);
    return page;
  }

  private static void removeHandlers(Element element) {
    element.attributes().asList().stream()
        .map(Attribute::getKey)
        .filter(name -> name.startsWith("on") || LEADING.contains(name))
        .toList()
        .forEach(element::removeAttr);
  }
}
