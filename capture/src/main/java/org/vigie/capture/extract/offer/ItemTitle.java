package org.vigie.capture.extract.offer;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.PriceShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.markup.TextBlocks;

/** What an item of a list is called, and where it leads. */
final class ItemTitle {
  private static final Evaluator HEADINGS = Selector.evaluatorOf("h1, h2, h3, h4, h5, h6");

  /** Links by which somebody is reached, or that lead nowhere. */
  private static final Pattern CONTACT =
      Pattern.compile("(?i)\\s*(?:#|tel:|sms:|mailto:|whatsapp:|viber:|tg:|javascript:)");

  private static final Evaluator TITLED =
      Selector.evaluatorOf(
          "[class*=title], [class*=subject], [class*=Title], [data-qa*=title], [itemprop=name],"
              + " [data-q*=title], [data-testid*=title]");
  private static final Evaluator LINKS = Selector.evaluatorOf("a[href]");

  private ItemTitle() {}

  /** Returns the link to an item's own page: its heading's, or else the longest; null if none. */
  static @Nullable Element link(Element item) {
    return link(item, Set.of());
  }

  /**
   * Returns the link to an item's own page, of those that most other items have only if there is no
   * other with words.
   */
  static @Nullable Element link(Element item, Set<String> buttons) {
    if (item.normalName().equals("a")) {
      return item;
    }
    Element longest = null;
    int most = -1;
    boolean row = item.normalName().equals("tr");
    for (Element link : item.select(LINKS)) {
      if (CONTACT.matcher(link.attr("href")).lookingAt()) {
        continue;
      }
      if (isTitle(link) || (row && TextBlock.words(link.text()) > 1)) {
        return link;
      }
      String text = link.text().strip();
      int length = buttons.contains(text) ? 0 : text.length();
      longest = length > most ? link : longest;
      most = Math.max(most, length);
    }
    return longest;
  }

  /** A heading's link, or a link around one, is the item's own. */
  private static boolean isTitle(Element link) {
    Element parent = link.parent();
    boolean within = parent != null && TextBlocks.isHeading(parent);
    return (within && !link.text().isBlank()) || link.selectFirst(HEADINGS) != null;
  }

  /** Returns what an item is called: by its heading, what is marked as title, or its link. */
  static String of(Element item, @Nullable Element link) {
    for (Evaluator evaluator : List.of(HEADINGS, TITLED)) {
      for (Element titled : item.select(evaluator)) {
        String text = titled.text().strip();
        if (!text.isEmpty() && TextBlock.words(text) <= 40 && !PriceShape.begins(text)) {
          return text;
        }
      }
    }
    if (link == null || link == item) {
      return link == null ? "" : link.attr("title").strip();
    }
    String text = link.text().strip();
    return text.isEmpty() ? link.attr("title").strip() : text;
  }
}
