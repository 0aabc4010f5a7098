package org.vigie.crawler.trap;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was fetched of one URL template. Its caller sees to it that one thread uses it at a time.
 */
final class TemplateCounts {
  /** The last fingerprints that a new page of a template is held against. */
  private static final int REMEMBERED = 4;

  /** A template with fewer pages is no trap yet. */
  private static final int UNSUSPICIOUS = 8;

  /** One page in so many is looked at: a trap has pages enough. */
  private static final int SAMPLE = 4;

  private final @Nullable TextFingerprint[] latest = new TextFingerprint[REMEMBERED];
  private int pages;
  private int texts;
  private int duplicates;

  /**
   * The counts as they are kept.
   *
   * @param pages fetched, at least 0
   * @param texts how many of them were looked at, at least 0
   * @param duplicates near-duplicates in a row among the last of these, at least 0
   * @param latest the last fingerprints, in no order
   */
  record Kept(int pages, int texts, int duplicates, List<Long> latest) {
    Kept {
      latest = List.copyOf(latest);
      if (pages < 0 || texts < 0 || duplicates < 0 || latest.size() > REMEMBERED) {
        throw new IllegalArgumentException(
            "counts must not be negative, nor fingerprints more than " + REMEMBERED);
      }
    }
  }

  static TemplateCounts of(Kept kept) {
    TemplateCounts counts = new TemplateCounts();
    counts.pages = kept.pages();
    counts.duplicates = kept.duplicates();
    // The next text takes the place after those that are known.
    counts.texts = kept.latest().size() < REMEMBERED ? kept.latest().size() : kept.texts();
    for (int i = 0; i < kept.latest().size(); i++) {
      counts.latest[i] = new TextFingerprint(kept.latest().get(i));
    }
    return counts;
  }

  Kept kept() {
    List<Long> bits =
        Arrays.stream(latest).filter(text -> text != null).map(TextFingerprint::bits).toList();
    return new Kept(pages, texts, duplicates, bits);
  }

  boolean isTrap(TrapConfig config) {
    return pages >= config.pagesOfTemplate() || duplicates >= config.duplicatesInARow();
  }

  boolean wantsText() {
    return pages >= UNSUSPICIOUS && pages % SAMPLE == 0;
  }

  /**
   * Counts a page.
   *
   * @param text null if its text was not looked at
   */
  void fetched(@Nullable TextFingerprint text) {
    pages++;
    if (text != null) {
      duplicates = isNew(text) ? 0 : duplicates + 1;
      latest[texts++ % REMEMBERED] = text;
    }
  }

  private boolean isNew(TextFingerprint text) {
    for (TextFingerprint earlier : latest) {
      if (earlier != null && earlier.isNear(text)) {
        return false;
      }
    }
    return true;
  }
}
