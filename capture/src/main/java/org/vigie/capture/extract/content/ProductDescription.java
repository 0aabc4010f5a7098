package org.vigie.capture.extract.content;

import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.vigie.capture.extract.markup.BlockTree;
import org.vigie.capture.extract.markup.Boilerplate;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Item;
import org.vigie.capture.extract.page.Page;

/**
 * The part of a product's page that describes the product, where the page says which part that is:
 * by the description that it declares, or by what it calls an element.
 *
 * <p>Either is believed only if it has a good share of what was taken for the main content: many
 * sites declare a slogan, and show the rest.
 */
final class ProductDescription {
  private static final Set<String> NAMES = Set.of("description", "desc");

  /** A shorter one is a slogan. */
  private static final int MIN_WORDS = 40;

  private static final double MIN_DECLARED_SHARE = 0.35;
  private static final double MIN_NAMED_SHARE = 0.5;

  private ProductDescription() {}

  /**
   * Returns the text of the element that holds what the page declares as its product's description,
   * or empty if there is none, or none of weight.
   *
   * @param mainWords number of words of what was taken for the main content
   */
  static String declared(Page page, int mainWords) {
    String description = longest(page, "Product", "ProductGroup");
    if (TextBlock.words(description) < MIN_WORDS) {
      return "";
    }
    Element place = DescriptionPlace.find(page.document().body(), description);
    String text = place == null ? "" : page.text(place);
    return TextBlock.words(text) >= MIN_DECLARED_SHARE * mainWords ? text : "";
  }

  /** Returns the blocks in the largest element that is called a description, or all. */
  static BlockTree named(BlockTree tree) {
    double least = Math.max(MIN_WORDS, MIN_NAMED_SHARE * tree.words());
    Element named = tree.largest(tree.sums(TextBlock::words), least, ProductDescription::isNamed);
    return named == null ? tree : tree.within(named);
  }

  /** Returns the longest text of some types' items that describes them, or empty. */
  static String longest(Page page, String... types) {
    String longest = "";
    for (Item item : page.jsonLd()) {
      if (Stream.of(types).anyMatch(item::is)) {
        String found = page.described(item.text("articleBody", "description"));
        longest = found.length() > longest.length() ? found : longest;
      }
    }
    return longest;
  }

  private static boolean isNamed(Element element) {
    return Boilerplate.isNamed(element, NAMES) || element.attr("itemprop").equals("description");
  }
}
