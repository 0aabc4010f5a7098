package org.vigie.capture.extract.content;

import org.vigie.capture.extract.markup.PlainWords;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/** What a page declares of itself in a sentence or two, beside what its text says. */
public final class DeclaredSummary {
  private static final int MIN_WORDS = 8;

  /** Fewer words, such as "fresh honey", stand on a page whether or not it repeats them. */
  private static final int MIN_REPEATED = 5;

  /** A shorter page may hold only the description and what its site says on every page. */
  private static final int MIN_CONTENT_WORDS = 200;

  /** A page with so many times the words of its description says more than that sums up. */
  private static final int MIN_GROWTH = 2;

  /** Letters at a description's start that tell it from other text. */
  private static final int HEAD = 60;

  private DeclaredSummary() {}

  /** Returns a text with the page's description before it, if that names a telephone of its own. */
  public static String with(Page page, String text) {
    String declared = page.meta("description");
    boolean more =
        TextBlock.words(declared) >= MIN_WORDS
            && TelephoneShape.isIn(declared)
            && !text.contains(declared.substring(0, Math.min(40, declared.length())));
    return more && !TelephoneShape.isIn(text) ? (declared + "\n" + text).strip() : text;
  }

  /**
   * Returns what a page declares of its one product, or that with all that the page says of it,
   * where a shop's page says so much that the description only sums it up, or where it repeats the
   * description and tells of nobody else.
   *
   * @param shop whether the product is declared as those of shops are
   */
  public static String withContent(Page page, String description, boolean shop) {
    String content = MainContent.of(page);
    String head = PlainWords.of(description);
    boolean within =
        PlainWords.of(content).contains(head.substring(0, Math.min(HEAD, head.length())));
    boolean repeats =
        within
            && TextBlock.words(description) >= MIN_REPEATED
            && TextBlock.words(content) >= TextBlock.words(description)
            && !reachesOthers(content, description);
    if (!repeats && !(shop && isSummary(description, content))) {
      return description;
    }
    String rest = within ? SaidWords.of(content).unsaid(description) : "";
    return within ? (content + "\n" + rest).strip() : description + "\n" + content;
  }

  /** Buyers and other sellers stand on the page, too. */
  private static boolean reachesOthers(String content, String description) {
    SaidWords said = SaidWords.of(description);
    return content.lines().anyMatch(line -> ContactShape.isIn(line) && !said.says(line));
  }

  /** Returns whether the content is so much longer than a text that the text only sums it up. */
  public static boolean isSummary(String text, String content) {
    int words = TextBlock.words(content);
    return words >= MIN_CONTENT_WORDS && words >= MIN_GROWTH * TextBlock.words(text);
  }
}
