package org.vigie.world;

/**
 * How a {@link DirectorySite} is made.
 *
 * @param seed of all that is drawn
 * @param pages about how many it has, at least 400
 * @param anchorSignal share of anchors, in percent, that have words of what they lead to; half of
 *     the others mislead, half say nothing. With 0 all say nothing
 * @param plainAddresses whether addresses tell kinds of pages apart; all are {@code /p/ID}
 *     otherwise
 */
public record DirectorySpec(long seed, int pages, int anchorSignal, boolean plainAddresses) {
  public DirectorySpec {
    if (pages < 400) {
      throw new IllegalArgumentException("pages must be at least 400, but was " + pages);
    }
    if (anchorSignal < 0 || anchorSignal > 100) {
      throw new IllegalArgumentException(
          "anchorSignal must be in [0, 100], but was " + anchorSignal);
    }
  }

  /** Returns a site whose anchors are right seven times in ten. */
  public static DirectorySpec telling(long seed, int pages) {
    return new DirectorySpec(seed, pages, 70, true);
  }

  /** Returns a site whose anchors say nothing. */
  public static DirectorySpec withoutAnchors(long seed, int pages) {
    return new DirectorySpec(seed, pages, 0, true);
  }

  /** Returns a site of which neither anchors nor addresses tell anything: only who links whom. */
  public static DirectorySpec opaque(long seed, int pages) {
    return new DirectorySpec(seed, pages, 0, false);
  }
}
