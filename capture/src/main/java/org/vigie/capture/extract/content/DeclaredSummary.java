package org.vigie.capture.extract.content;

import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/** What a page declares of itself in a sentence or two, where it says more than its text does. */
public final class DeclaredSummary {
  private static final int MIN_WORDS = 8;

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
}
