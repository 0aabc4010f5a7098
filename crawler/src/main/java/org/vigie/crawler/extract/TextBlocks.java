package org.vigie.crawler.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Cuts a page into {@link TextBlock}s, leaving its {@link Boilerplate} and {@link SiteNotice}s out.
 */
final class TextBlocks implements NodeFilter {
  private final List<TextBlock> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Element root;
  private final Boilerplate boilerplate;
  private Element parent;
  private int links;
  private int rank;
  private int linkWords;

  private TextBlocks(Element root, boolean product) {
    this.root = root;
    this.boilerplate = new Boilerplate(root, product);
    this.parent = root;
  }

  static List<TextBlock> of(Element root) {
    return of(root, false);
  }

  /** As {@link #of(Element)}, leaving out what stands beside the one thing that is for sale. */
  static List<TextBlock> ofProduct(Element root) {
    return of(root, true);
  }

  private static List<TextBlock> of(Element root, boolean product) {
    TextBlocks filter = new TextBlocks(root, product);
    root.filter(filter);
    filter.flush(root);
    return filter.blocks;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode textNode) {
      append(textNode.getWholeText());
    } else if (node instanceof Element element) {
      if (element != root && boilerplate.is(element)) {
        if (element.isBlock()) {
          flush(parent);
        }
        return FilterResult.SKIP_ENTIRELY;
      }
      if (isBoundary(element)) {
        flush(element);
      }
      links += element.normalName().equals("a") ? 1 : 0;
      rank = isHeading(element) ? element.normalName().charAt(1) - '0' : rank;
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (isBoundary(element)) {
        Element outer = element.parent();
        flush(outer == null || element == root ? root : outer);
      }
      links -= element.normalName().equals("a") ? 1 : 0;
      rank = isHeading(element) ? 0 : rank;
    }
    return FilterResult.CONTINUE;
  }

  /** Ends the block being gathered; the next one stands in {@code next}. */
  private void flush(Element next) {
    String run = text.toString().strip();
    int words = TextBlock.words(run);
    if (words > 0) {
      TextBlock block = new TextBlock(parent, run, words, linkWords, rank);
      if (!SiteNotice.is(block)) {
        blocks.add(block);
      }
    }
    text.setLength(0);
    linkWords = 0;
    parent = next;
  }

  private void append(String run) {
    if (links > 0) {
      linkWords += TextBlock.words(run);
    }
    boolean space = !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      boolean blank = c <= ' ' || c == '\u00a0';
      if (!blank) {
        text.append(c);
      } else if (!space) {
        text.append(' ');
      }
      space = blank;
    }
  }

  private static boolean isBoundary(Element element) {
    String tag = element.normalName();
    return element.isBlock() || tag.equals("br") || tag.equals("td") || tag.equals("th");
  }

  private static boolean isHeading(Element element) {
    String tag = element.normalName();
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }
}
