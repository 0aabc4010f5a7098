package org.vigie.capture.file;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** The text of markup in mails and exports, a line for each block. */
final class MarkupText {
  private static final int MAX_CHARS = 4 << 20;

  private MarkupText() {}

  static String text(String html) {
    String bounded = html.length() > MAX_CHARS ? html.substring(0, MAX_CHARS) : html;
    return text(Jsoup.parse(bounded).body());
  }

  static String text(Element element) {
    StringBuilder text = new StringBuilder();
    NodeTraversor.traverse((node, depth) -> add(node, text), element);
    return text.toString()
        .replaceAll("[ \\t\\x0B\\f\\r\\u00a0]+", " ")
        .replaceAll(" ?\\n[ \\n]*", "\n")
        .strip();
  }

  private static void add(Node node, StringBuilder text) {
    if (node instanceof TextNode own) {
      text.append(own.getWholeText().replace('\n', ' '));
    } else if (node instanceof Element element
        && (element.isBlock() || element.normalName().equals("br"))) {
      text.append('\n');
    }
  }
}
