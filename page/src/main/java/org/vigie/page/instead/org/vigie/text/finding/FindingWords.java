package org.vigie.page.instead.org.vigie.text.finding;

import org.vigie.advert.Finding;

/** The page shows no findings in words of its own. */
public final class FindingWords {
  private static final FindingWords NONE = new FindingWords();

  private FindingWords() {}

  public static FindingWords english() {
    return NONE;
  }

  public String say(Finding finding) {
    return "";
  }
}
