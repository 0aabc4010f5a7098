package org.vigie.capture.extract.offer;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.capture.extract.content.TelephoneShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/**
 * What an item of a list says beside its title: the beginning of its advert where the page names
 * that part, else all of it.
 */
final class ListedText {
  private static final Evaluator DESCRIBED =
      Selector.evaluatorOf(
          "meta[itemprop=description][content], [itemprop=description], [class*=description],"
              + " [class*=Description], [class*=snippet], [class*=excerpt],"
              + " [class~=(?i)(^|[\\s_-])(popis|opis|beschreibung|omschrijving)],"
              + " [data-testid*=description], [data-testid*=snippet], [data-q*=description]");

  private static final int MIN_WORDS = 3;

  /** By these the rest tells how to reach somebody. */
  private static final Pattern REACH = Pattern.compile("@\\w|https?://");

  private ListedText() {}

  /**
   * @param title the item's, which the text leaves out where it begins with it
   * @param whole all that the item says
   */
  static String of(Page page, Element item, String title, String whole) {
    String all = whole.startsWith(title) ? whole.substring(title.length()).strip() : whole;
    String rest = all;
    StringBuilder own = new StringBuilder();
    for (Element named : item.select(DESCRIBED)) {
      boolean meta = named.normalName().equals("meta");
      String text = meta ? page.described(named.attr("content")) : page.text(named);
      // What holds the title, too, is the item's frame; what stands there already lies within.
      boolean frame = !title.isEmpty() && text.contains(title);
      if (TextBlock.words(text) >= MIN_WORDS && !frame && own.indexOf(text) < 0) {
        own.append(own.isEmpty() ? "" : "\n").append(text);
        rest = rest.replace(text, "");
      }
    }
    return own.isEmpty() || reaches(rest) ? all : own.toString();
  }

  private static boolean reaches(String rest) {
    return TelephoneShape.isIn(rest) || REACH.matcher(rest).find();
  }
}
