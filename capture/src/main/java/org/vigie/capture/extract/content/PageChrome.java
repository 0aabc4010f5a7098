package org.vigie.capture.extract.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.vigie.capture.extract.markup.BlockTree;
import org.vigie.capture.extract.markup.Boilerplate;
import org.vigie.capture.extract.markup.PlainWords;
import org.vigie.capture.extract.markup.TextBlock;

/**
 * What a shop says on the page of any product: how it ships, what others asked, what else it has.
 *
 * <p>{@link Boilerplate} knows such parts by their class names; here they are known by the titles
 * and phrases by which a reader knows them, since many pages have class names that no person chose.
 */
final class PageChrome {
  /** A longer line is a sentence, not a title. */
  private static final int MAX_TITLE_WORDS = 8;

  /** A longer line may have something to say about the product too. */
  private static final int MAX_PHRASE_WORDS = 14;

  /** A section with more of a page's words is what the page is about, whatever its title. */
  private static final double MAX_SHARE = 0.5;

  private static final int MIN_BEFORE_LAW = 12;

  /** In titles of sections, as {@link PlainWords}. */
  private static final List<String> TITLES =
      List.of(
          " add ons ",
          " also bought ",
          " also viewed ",
          " announcements ",
          " back in stock ",
          " best sellers ",
          " better together ",
          " bought together ",
          " common questions ",
          " compare ",
          " complete the look ",
          " complete your ",
          " customer reviews ",
          " delivery returns ",
          " f a q ",
          " faqs ",
          " featured in ",
          " featured products ",
          " financing ",
          " follow us ",
          " frequently asked ",
          " goes well with ",
          " goes with ",
          " guarantee ",
          " how about these ",
          " more from ",
          " more like this ",
          " need help ",
          " newsletter ",
          " often viewed ",
          " other customers ",
          " pairs with ",
          " payment ",
          " price alert ",
          " price history ",
          " q a ",
          " questions and answers ",
          " questions answers ",
          " recent events ",
          " recently viewed ",
          " recommendations ",
          " recommended ",
          " related items ",
          " related products ",
          " shipping ",
          " shop the look ",
          " sign up ",
          " similar items ",
          " similar products ",
          " stay in touch ",
          " testimonials ",
          " value proposition ",
          " viewed items ",
          " warranty ",
          " wear it with ",
          " you may also like ",
          " you might also like ",
          " your inbox ");

  /** In lines of their own, as {@link PlainWords}. */
  private static final List<String> PHRASES =
      List.of(
          " add to bag ",
          " add to basket ",
          " add to cart ",
          " arrives by ",
          " buy now ",
          " checkout ",
          " email me ",
          " free delivery ",
          " free shipping ",
          " gift ",
          " in stock ",
          " learn more ",
          " loading ",
          " log in ",
          " notify me ",
          " order within ",
          " out of 5 ",
          " out of stock ",
          " pickup ",
          " price ",
          " privacy policy ",
          " protection plan ",
          " quantity ",
          " read more ",
          " report this ",
          " returns ",
          " see all ",
          " see more ",
          " ships from ",
          " shop now ",
          " show more ",
          " sign in ",
          " size guide ",
          " sku ",
          " something went wrong ",
          " sold out ",
          " sponsored ",
          " subscribe ",
          " try again ",
          " view all ",
          " wishlist ",
          " your order ");

  private final Element root;
  private final List<String> titles;
  private final List<String> phrases;
  private final Map<Element, Long> wordsIn = new IdentityHashMap<>();
  private final Map<Element, TextBlock> firstIn;
  private final Set<Element> sections = new HashSet<>();
  private final int limit;

  private PageChrome(BlockTree tree, List<String> titles, List<String> phrases, double share) {
    this.titles = titles;
    this.phrases = phrases;
    root = tree.root();
    long[] words = tree.sums(TextBlock::words);
    for (int i = 0; i < words.length; i++) {
      wordsIn.put(tree.elements().get(i), words[i]);
    }
    firstIn = tree.firstBlocks();
    limit = (int) (share * tree.words());
  }

  /** Returns the blocks of a product's page that are about the product. */
  static List<TextBlock> leftOut(BlockTree tree) {
    return new PageChrome(tree, TITLES, PHRASES, MAX_SHARE).without(tree.blocks());
  }

  /**
   * Returns a page without what it shows of other pages under a title that says so. Where that is
   * most of the page, the title is mistaken.
   */
  static BlockTree withoutRelated(BlockTree tree) {
    boolean any =
        tree.blocks().stream()
            .anyMatch(
                block -> isTitle(block) && holds(PlainWords.of(block.text()), RelatedTitles.ALL));
    if (!any) {
      return tree;
    }
    List<TextBlock> kept =
        new PageChrome(tree, RelatedTitles.ALL, List.of(), MAX_SHARE).without(tree.blocks());
    BlockTree left = new BlockTree(tree.root(), kept);
    return left.words() < (1 - MAX_SHARE) * tree.words() ? tree : left;
  }

  /**
   * Returns a page without the law of its site that stands under a heading below what it is about,
   * however long that is. What begins with such a heading is about it.
   */
  static BlockTree withoutLaw(BlockTree tree) {
    int before = 0;
    for (TextBlock block : tree.blocks()) {
      boolean law =
          block.heading() && isTitle(block) && holds(PlainWords.of(block.text()), LegalTitles.ALL);
      if (law) {
        return before < MIN_BEFORE_LAW
            ? tree
            : new BlockTree(
                tree.root(),
                new PageChrome(tree, LegalTitles.ALL, List.of(), 1).without(tree.blocks()));
      }
      before += block.words();
    }
    return tree;
  }

  private List<TextBlock> without(List<TextBlock> blocks) {
    List<TextBlock> kept = new ArrayList<>();
    int skippedRank = 0;
    for (TextBlock block : blocks) {
      if (block.heading() && block.rank() <= skippedRank) {
        skippedRank = 0;
      }
      String text = block.words() <= MAX_PHRASE_WORDS ? PlainWords.of(block.text()) : "";
      boolean titled = isTitle(block) && holds(text, titles);
      if (isInSection(block)) {
        continue;
      }
      if (titled && opensSection(block)) {
        continue;
      }
      if (titled && block.heading()) {
        skippedRank = block.rank();
      }
      if (skippedRank == 0 && !holds(text, phrases)) {
        kept.add(block);
      }
    }
    return kept;
  }

  /** Returns whether a line may be a title; with a colon it is a label, as "Recommended:". */
  private static boolean isTitle(TextBlock block) {
    return block.words() <= MAX_TITLE_WORDS && !block.text().endsWith(":");
  }

  /** Takes the largest element that begins with a title as its section, if it has more than it. */
  private boolean opensSection(TextBlock title) {
    Element section = null;
    for (Element e = title.parent(); e != null && e != root; e = e.parent()) {
      long words = wordsIn.getOrDefault(e, 0L);
      if (firstIn.get(e) != title || words > limit) {
        break;
      }
      section = words > title.words() ? e : section;
    }
    return section != null && sections.add(section);
  }

  private boolean isInSection(TextBlock block) {
    if (sections.isEmpty()) {
      return false;
    }
    for (Element e = block.parent(); e != null && e != root; e = e.parent()) {
      if (sections.contains(e)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String text, List<String> phrases) {
    return !text.isEmpty() && phrases.stream().anyMatch(text::contains);
  }
}
