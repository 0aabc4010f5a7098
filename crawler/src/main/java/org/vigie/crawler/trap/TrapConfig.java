package org.vigie.crawler.trap;

/**
 * How much of one site is worth fetching.
 *
 * @param pagesOfHost most pages of one host, at least 1
 * @param pagesOfTemplate most pages of one URL template, at least 1
 * @param templatesOfHost most URL templates of one host, at least 1; a page of a further one is
 *     counted with all such pages as if they had one template
 * @param duplicatesInARow near-duplicates in a row among the pages that are looked at, at least 2,
 *     after which a template is given up; a small number would also give up a board on which one
 *     advert is posted again and again
 */
public record TrapConfig(
    int pagesOfHost, int pagesOfTemplate, int templatesOfHost, int duplicatesInARow) {
  public TrapConfig {
    require(pagesOfHost >= 1, "pagesOfHost", 1, pagesOfHost);
    require(pagesOfTemplate >= 1, "pagesOfTemplate", 1, pagesOfTemplate);
    require(templatesOfHost >= 1, "templatesOfHost", 1, templatesOfHost);
    require(duplicatesInARow >= 2, "duplicatesInARow", 2, duplicatesInARow);
  }

  /** Returns budgets that a large board of adverts stays within, and no calendar for long. */
  public static TrapConfig defaults() {
    return new TrapConfig(100_000, 50_000, 500, 20);
  }

  private static void require(boolean holds, String name, int least, int found) {
    if (!holds) {
      throw new IllegalArgumentException(
          name + " must be at least " + least + ", but was " + found);
    }
  }
}
