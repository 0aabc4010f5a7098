package org.vigie.capture.extract.offer;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.ContactShape;
import org.vigie.capture.extract.content.PriceShape;
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
              + " [class*=Description], [class*=snippet], [class*=excerpt], [class*=text-preview], [class*=descr],"
              + " [class*=teaser], [class$=Body], [class$=body], [data-id*=Desc],"
              + " [data-test*=desc], [data-at*=content], [data-at*=snippet],"
              + " [class~=(?i)(^|[\\s_-])(popis|opis|beschreibung|omschrijving|desc|summary|text|about"
              + "|preview|lead|intro)($|\\s)],"
              + " [data-testid*=description], [data-testid*=snippet], [data-q*=description]");

  /** Words for those who hear a page are called a text, too. */
  private static final Pattern HIDDEN =
      Pattern.compile("(?i)screen-?reader|sr-only|visually-?hidden|assistive|tooltip");

  private static final int MIN_WORDS = 3;

  /** Where the rest is so many times as long, it is the text. */
  private static final int TIMES_AS_LONG = 3;

  /** More parts of an item that are called so tell nothing: each is looked for in the others. */
  private static final int MAX_NAMED = 20;

  private ListedText() {}

  /**
   * @param column what of it stands where the list's items say most, if that is clear
   * @param title the item's, which the text leaves out where it begins with it
   * @param whole all that the item says
   * @param chrome what the site puts on the item
   */
  static String of(
      Page page,
      Element item,
      @Nullable Element column,
      String title,
      String whole,
      Evaluator chrome) {
    String all = withoutTitle(whole, title);
    String rest = all;
    StringBuilder own = new StringBuilder();
    List<Element> described = item.select(DESCRIBED);
    for (Element named : described.size() > MAX_NAMED ? List.<Element>of() : described) {
      boolean meta = named.normalName().equals("meta");
      String text = meta ? page.described(named.attr("content")) : page.text(named, chrome);
      // What holds the title, too, is the item's frame; what stands there already lies within.
      boolean frame = !title.isEmpty() && text.contains(title);
      boolean price = PriceShape.isAlone(text) || HIDDEN.matcher(named.className()).find();
      if (TextBlock.words(text) >= MIN_WORDS && !frame && !price && own.indexOf(text) < 0) {
        own.append(own.isEmpty() ? "" : "\n").append(text);
        rest = rest.replace(text, "");
      }
    }
    String full = column == null ? "" : page.text(column, chrome);
    boolean same = !full.isEmpty() && (own.isEmpty() || own.indexOf(full) >= 0);
    if (same && !full.equals(title) && own.isEmpty()) {
      own.append(full);
      rest = rest.replace(full, "");
    }
    boolean minor =
        !same && TextBlock.words(rest) > TIMES_AS_LONG * TextBlock.words(own.toString());
    return own.isEmpty() || minor || ContactShape.isIn(rest) ? all : own.toString();
  }

  /** Items often begin with where or when, their title on a line of its own behind that. */
  private static String withoutTitle(String whole, String title) {
    if (title.isEmpty() || whole.startsWith(title)) {
      return whole.substring(title.length()).strip();
    }
    int line = whole.indexOf("\n" + title + "\n");
    return line < 0 ? whole : whole.substring(0, line) + whole.substring(line + 1 + title.length());
  }
}
