package org.vigie.capture.extract.content;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.capture.extract.markup.BlockTree;
import org.vigie.capture.extract.markup.Boilerplate;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.PageIndex;

/**
 * Finds the text that a page is about, without knowing the site.
 *
 * <p>The page is cut into {@link TextBlock}s, its {@link Boilerplate} left out. Each block is worth
 * its words outside links, less its words in short links and a fixed cost; the element whose blocks
 * sum up highest is the content: the maximum-subsequence view of extraction (Pasternack and Roth
 * 2009, doi:10.1145/1526709.1526840) on subtrees, with link density as the local signal
 * (Kohlschütter, Fankhauser, Nejdl 2010, doi:10.1145/1718487.1718542). Where that element holds
 * only a minor part of the text, as on listings, everything that is left counts.
 */
public final class MainContent {
  /** Points of a word outside links. */
  private static final long WORD = 10;

  /** What a block costs: "Reply" and "Share" are worth less than nothing. */
  private static final long BLOCK_COST = 20;

  /** Links of this many words are titles of what is listed; shorter ones are menus. */
  private static final int TITLE_WORDS = 4;

  private static final long TITLE_WORD = 3;
  private static final long MENU_WORD = -5;

  /** Below this share of the text the best element is one item of several. */
  private static final double MIN_BEST_SHARE = 0.6;

  /** A product's page is made of more sections, each of which may well be the best element. */
  private static final double MIN_BEST_SHARE_OF_PRODUCT = 0.8;

  /** A page's own {@code main} element is believed if it holds this share. */
  private static final double MIN_MAIN_SHARE = 0.4;

  /** Repeated blocks of this many words are the same text for another screen size. */
  private static final int REPEATED_WORDS = 4;

  /** Declared descriptions shorter than this are slogans. */
  private static final int DESCRIPTION_WORDS = 20;

  private static final Evaluator PRODUCT_META =
      Selector.evaluatorOf("meta[property=og:type][content*=product]");
  private static final Evaluator PRODUCT_ITEM =
      Selector.evaluatorOf("[itemtype$=schema.org/Product]");

  private MainContent() {}

  /** Returns the text, a line per block, or empty if the page has none. */
  public static String of(Page page) {
    return of(page, true, List.of());
  }

  /**
   * Returns the text without lines that are nothing but a link, such as the way back.
   *
   * @param leftOut elements that are read for themselves
   */
  public static String withoutLinks(Page page, Collection<Element> leftOut) {
    return of(page, false, leftOut);
  }

  private static String of(Page page, boolean links, Collection<Element> leftOut) {
    String topic = DiscourseTopic.text(page);
    if (!topic.isEmpty()) {
      return topic;
    }
    return isProduct(page) ? ofProduct(page, links, leftOut) : ofPage(page, links, leftOut);
  }

  private static String ofPage(Page page, boolean links, Collection<Element> leftOut) {
    BlockTree all =
        PageChrome.withoutLaw(PageChrome.withoutRelated(page.blocks().without(leftOut)));
    BlockTree chosen = choose(all, MIN_BEST_SHARE);
    return withDescription(page, join(chosen.blocks(), links, REPEATED_WORDS));
  }

  private static String ofProduct(Page page, boolean links, Collection<Element> leftOut) {
    BlockTree all = new BlockTree(page.document().body(), ProductBlocks.of(page));
    BlockTree chosen = choose(all.without(leftOut), MIN_BEST_SHARE_OF_PRODUCT);
    String declared = ProductDescription.declared(page, chosen.words());
    return declared.isEmpty()
        ? withDescription(page, join(ProductDescription.named(chosen).blocks(), links, 1))
        : declared;
  }

  private static BlockTree choose(BlockTree all, double minShare) {
    BlockTree main = all.within(main(all));
    BlockTree best = main.within(best(main));
    return best.words() >= minShare * main.words() ? best : main;
  }

  /** Joins at once, in a text of the right length: a page may be one block of some MiB. */
  private static String join(List<TextBlock> blocks, boolean links, int repeatedWords) {
    Set<String> seen = new HashSet<>();
    return blocks.stream()
        .filter(block -> block.words() < repeatedWords || seen.add(block.text()))
        .filter(block -> isKept(block, links))
        .map(TextBlock::text)
        .collect(Collectors.joining("\n"));
  }

  private static boolean isKept(TextBlock block, boolean links) {
    return block.linkDensity() < 0.8 || block.heading() || (links && block.words() >= TITLE_WORDS);
  }

  /** Returns whether a page declares that it is about one thing for sale. */
  private static boolean isProduct(Page page) {
    long declared =
        page.jsonLd().stream()
            .filter(item -> item.is("Product") || item.is("ProductGroup"))
            .count();
    return declared == 1
        || PageIndex.any(page.index().metas(), PRODUCT_META)
        || (page.index().hasItemTypes() && page.document().select(PRODUCT_ITEM).size() == 1);
  }

  /** Pages built by script often hold their text as data alone. */
  private static String withDescription(Page page, String text) {
    int words = TextBlock.words(text);
    String description = ProductDescription.longest(page, "Product", "ProductGroup", "Article");
    int length = TextBlock.words(description);
    boolean missing =
        length >= DESCRIPTION_WORDS
            && words < Math.max(60, 1.5 * length)
            && !text.contains(description.substring(0, Math.min(description.length(), 40)));
    return missing ? (description + "\n" + text).strip() : text;
  }

  /** Returns the fullest element that the page calls its main one, or the body. */
  private static Element main(BlockTree tree) {
    double least = MIN_MAIN_SHARE * tree.words();
    Element main = tree.largest(tree.sums(TextBlock::words), least, MainContent::isCalledMain);
    return main == null ? tree.root() : main;
  }

  private static boolean isCalledMain(Element element) {
    String id = element.id().toLowerCase(Locale.ROOT);
    return element.normalName().equals("main")
        || element.attr("role").equals("main")
        || id.equals("main")
        || id.equals("content");
  }

  private static Element best(BlockTree tree) {
    long all = tree.blocks().stream().mapToLong(MainContent::points).sum();
    Element best = tree.largest(tree.sums(MainContent::points), all + 1, element -> true);
    return best == null ? tree.root() : best;
  }

  private static long points(TextBlock block) {
    if (block.heading()) {
      return block.words() >= 3 ? WORD : 0;
    }
    long link = block.linkWords() >= TITLE_WORDS ? TITLE_WORD : MENU_WORD;
    return WORD * (block.words() - block.linkWords()) + link * block.linkWords() - BLOCK_COST;
  }
}
