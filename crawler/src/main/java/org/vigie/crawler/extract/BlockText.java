package org.vigie.crawler.extract;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of an element as a reader sees it: a line per block, spaces collapsed. */
final class BlockText implements NodeVisitor {
  private static final Set<String> UNSEEN =
      Set.of("script", "style", "noscript", "template", "svg", "head", "iframe", "object");

  private final StringBuilder text = new StringBuilder();
  private int unseen;

  private BlockText() {}

  static String of(Element element) {
    BlockText visitor = new BlockText();
    NodeTraversor.traverse(visitor, element);
    return tidy(visitor.text);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode textNode) {
      if (unseen == 0) {
        append(textNode.getWholeText());
      }
    } else if (node instanceof Element element) {
      if (UNSEEN.contains(element.normalName())) {
        unseen++;
      } else if (element.isBlock() || element.normalName().equals("br")) {
        text.append('\n');
      } else if (element.normalName().equals("td") || element.normalName().equals("th")) {
        text.append(' ');
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (UNSEEN.contains(element.normalName())) {
        unseen--;
      } else if (element.isBlock()) {
        text.append('\n');
      }
    }
  }

  private void append(String run) {
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      text.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    }
  }

  /** Collapses runs of spaces and of line breaks, and strips each line. */
  static String tidy(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    boolean line = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        line = true;
      } else if (c == ' ' || c == '\t' || c == '\u00a0') {
        space = true;
      } else {
        if (!out.isEmpty()) {
          if (line) {
            out.append('\n');
          } else if (space) {
            out.append(' ');
          }
        }
        line = false;
        space = false;
        out.append(c);
      }
    }
    return out.toString();
  }
}
