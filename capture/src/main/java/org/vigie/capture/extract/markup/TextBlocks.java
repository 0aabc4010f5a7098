package org.vigie.capture.extract.markup;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a page into {@link TextBlock}s, leaving its {@link Boilerplate} and {@link SiteNotice}s out.
 */
public final class TextBlocks implements NodeFilter {
  /**
   * Text beyond this is not looked at: some thousand pages of print. It is copied more than once,
   * from the markup to the advert.
   */
  public static final int MAX_CHARS = 3 << 20;

  private final List<TextBlock> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Element root;
  private final Boilerplate boilerplate;
  private Element parent;

  /** Whether a space is due before what is appended next; none stands at either end. */
  private boolean space;

  private int room = MAX_CHARS;

  /** What was gathered, as long as it comes from one piece of text. */
  private @Nullable String lone;

  private int links;
  private int rank;
  private int linkWords;

  private TextBlocks(Element root, boolean product) {
    this.root = root;
    this.boilerplate = new Boilerplate(root, product);
    this.parent = root;
  }

  /**
   * Cuts up an element.
   *
   * @param product whether to leave out what stands beside the one thing that is for sale
   */
  public static TextBlocks of(Element root, boolean product) {
    TextBlocks blocks = new TextBlocks(root, product);
    root.filter(blocks);
    blocks.flush(root);
    return blocks;
  }

  public List<TextBlock> list() {
    return blocks;
  }

  /** Returns whether there was more text than is looked at. */
  public boolean cut() {
    return room == 0;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (room == 0) {
      return FilterResult.STOP;
    }
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
    String run = gathered();
    int words = TextBlock.words(run);
    if (words > 0) {
      TextBlock block = new TextBlock(parent, run, words, linkWords, rank);
      if (!SiteNotice.is(block)) {
        blocks.add(block);
      }
    }
    text.setLength(0);
    lone = null;
    space = false;
    linkWords = 0;
    parent = next;
  }

  /** The markup's own copy serves where nothing had to be changed in it. */
  private String gathered() {
    return lone != null && lone.contentEquals(text) ? lone : text.toString().strip();
  }

  private void append(String run) {
    lone = text.isEmpty() ? run : null;
    if (links > 0) {
      linkWords += TextBlock.words(run);
    }
    for (int i = 0; i < run.length() && room > 0; i++) {
      char c = run.charAt(i);
      if (c <= ' ' || c == '\u00a0') {
        space = !text.isEmpty();
      } else {
        if (space) {
          text.append(' ');
          space = false;
        }
        text.append(c);
        room--;
      }
    }
  }

  private static boolean isBoundary(Element element) {
    String tag = element.normalName();
    return element.isBlock() || tag.equals("br") || tag.equals("td") || tag.equals("th");
  }

  /** Returns whether an element is a heading, of whatever rank. */
  public static boolean isHeading(Element element) {
    String tag = element.normalName();
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }
}
