package org.vigie.crawler.extract;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

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
final class MainContent {
  /** What a block costs: "Reply" and "Share" are worth less than nothing. */
  private static final double BLOCK_COST = 2;

  /** Links of this many words are titles of what is listed; shorter ones are menus. */
  private static final int TITLE_WORDS = 4;

  private static final double TITLE_WORD = 0.3;
  private static final double MENU_WORD = -0.5;

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
  static String of(Page page) {
    return of(page, true);
  }

  /** Returns the text without lines that are nothing but a link, such as the way back. */
  static String withoutLinks(Page page) {
    return of(page, false);
  }

  private static String of(Page page, boolean links) {
    String topic = DiscourseTopic.text(page.document());
    if (!topic.isEmpty()) {
      return topic;
    }
    return isProduct(page) ? ofProduct(page, links) : ofPage(page, links);
  }

  private static String ofPage(Page page, boolean links) {
    List<TextBlock> blocks = page.blocks();
    List<TextBlock> chosen = choose(page.document().body(), blocks, MIN_BEST_SHARE);
    return withDescription(page, join(chosen, links, REPEATED_WORDS));
  }

  private static String ofProduct(Page page, boolean links) {
    Element body = page.document().body();
    List<TextBlock> blocks = ShopTalk.leftOut(body, TextBlocks.ofProduct(body));
    List<TextBlock> chosen = choose(body, blocks, MIN_BEST_SHARE_OF_PRODUCT);
    String declared = ProductDescription.declared(page, words(chosen));
    return declared.isEmpty()
        ? withDescription(page, join(ProductDescription.named(body, chosen), links, 1))
        : declared;
  }

  private static List<TextBlock> choose(Element body, List<TextBlock> blocks, double minShare) {
    List<TextBlock> main = within(main(body, blocks), blocks);
    List<TextBlock> best = within(best(body, main), main);
    return words(best) >= minShare * words(main) ? best : main;
  }

  private static String join(List<TextBlock> blocks, boolean links, int repeatedWords) {
    StringBuilder text = new StringBuilder();
    Set<String> seen = new HashSet<>();
    for (TextBlock block : blocks) {
      boolean repeated = block.words() >= repeatedWords && !seen.add(block.text());
      if (isKept(block, links) && !repeated) {
        text.append(text.isEmpty() ? "" : "\n").append(block.text());
      }
    }
    return text.toString();
  }

  private static boolean isKept(TextBlock block, boolean links) {
    return block.linkDensity() < 0.8 || block.heading() || (links && block.words() >= TITLE_WORDS);
  }

  /** Returns whether a page declares that it is about one thing for sale. */
  private static boolean isProduct(Page page) {
    Document document = page.document();
    long declared =
        page.jsonLd().stream()
            .filter(item -> item.is("Product") || item.is("ProductGroup"))
            .count();
    return declared == 1
        || document.selectFirst(PRODUCT_META) != null
        || document.select(PRODUCT_ITEM).size() == 1;
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
  private static Element main(Element body, List<TextBlock> blocks) {
    Map<Element, Integer> words = new LinkedHashMap<>();
    for (TextBlock block : blocks) {
      for (Element e = block.parent(); e != null && e != body; e = e.parent()) {
        if (isCalledMain(e)) {
          words.merge(e, block.words(), Integer::sum);
        }
      }
    }
    int total = words(blocks);
    return words.entrySet().stream()
        .filter(entry -> entry.getValue() >= MIN_MAIN_SHARE * total)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(body);
  }

  private static boolean isCalledMain(Element element) {
    String id = element.id().toLowerCase(Locale.ROOT);
    return element.normalName().equals("main")
        || element.attr("role").equals("main")
        || id.equals("main")
        || id.equals("content");
  }

  private static Element best(Element body, List<TextBlock> blocks) {
    Map<Element, Double> worth = new IdentityHashMap<>();
    for (TextBlock block : blocks) {
      double points = points(block);
      for (Element e = block.parent(); e != null && e != body; e = e.parent()) {
        worth.merge(e, points, Double::sum);
      }
    }
    Element best = body;
    double most = blocks.stream().mapToDouble(MainContent::points).sum();
    for (TextBlock block : blocks) {
      for (Element e = block.parent(); e != null && e != body; e = e.parent()) {
        double points = worth.getOrDefault(e, 0.0);
        if (points > most) {
          most = points;
          best = e;
        }
      }
    }
    return best;
  }

  private static double points(TextBlock block) {
    if (block.heading()) {
      return block.words() >= 3 ? 1 : 0;
    }
    double link = block.linkWords() >= TITLE_WORDS ? TITLE_WORD : MENU_WORD;
    return block.words() - block.linkWords() + link * block.linkWords() - BLOCK_COST;
  }

  static List<TextBlock> within(Element ancestor, List<TextBlock> blocks) {
    return blocks.stream().filter(block -> isWithin(block.parent(), ancestor)).toList();
  }

  private static boolean isWithin(Element element, Element ancestor) {
    for (Element e = element; e != null; e = e.parent()) {
      if (e == ancestor) {
        return true;
      }
    }
    return false;
  }

  static int words(List<TextBlock> blocks) {
    return blocks.stream().mapToInt(TextBlock::words).sum();
  }
}
