package org.vigie.crawler.frontier;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;

/**
 * An address that a crawl starts from, and how far it may go from there.
 *
 * @param url http(s) address, normalized
 * @param reach what lies in its scope
 * @param mandate under which all in its scope is fetched
 * @param maxPages most pages archived of its scope in one run, at least 1
 * @param reader name of the reader that its pages are given to, or empty to find out by the page
 * @param revisit how soon its pages are looked at again; null for never
 * @param asked what is wanted of the pictures of adverts, as far as they lie in scope: their
 *     digests, to be read; the mandate has to permit each
 * @param render whether pages that show their text only after a script has run are given to a
 *     browser
 */
public record Seed(
    String url,
    Reach reach,
    Mandate mandate,
    long maxPages,
    String reader,
    @Nullable Revisit revisit,
    Set<Mandate.Permission> asked,
    boolean render) {
  /** What lies in the scope of a seed. */
  public enum Reach {
    /** The seed's host, with or without {@code www.} */
    HOST,
    /** All of the seed's host whose address begins like the seed's, up to its last slash. */
    PATH,
    /** The seed's host and the hosts below it. */
    DOMAIN;

    /** Returns the name used in files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How soon pages are looked at again: sooner those that change often.
   *
   * @param atLeast shortest time between two visits, positive
   * @param atMost longest, not below {@code atLeast}
   */
  public record Revisit(Duration atLeast, Duration atMost) {
    public Revisit {
      if (!atLeast.isPositive() || atMost.compareTo(atLeast) < 0) {
        throw new IllegalArgumentException(
            "a revisit must have 0 < at-least <= at-most, but has " + atLeast + " and " + atMost);
      }
    }
  }

  /** A page limit that no crawl reaches. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  public Seed {
    String known = FrontierScope.normalize(url);
    if (known == null) {
      throw new IllegalArgumentException(
          "a seed must be an http or https address with a host, but was " + url);
    }
    if (maxPages < 1) {
      throw new IllegalArgumentException("maxPages must be at least 1, but was " + maxPages);
    }
    asked = Set.copyOf(asked);
    for (Mandate.Permission each : asked) {
      if (!mandate.permits().contains(each)) {
        throw new IllegalArgumentException(
            "a seed may ask for %s only if its mandate permits them, but %s does not"
                .formatted(each.label().replace('-', ' '), mandate.id()));
      }
    }
    url = known;
  }

  /** A seed whose pictures aren't read. */
  public Seed(
      String url,
      Reach reach,
      Mandate mandate,
      long maxPages,
      String reader,
      @Nullable Revisit revisit,
      boolean imageHashes,
      boolean render) {
    this(
        url,
        reach,
        mandate,
        maxPages,
        reader,
        revisit,
        imageHashes ? Set.of(Mandate.Permission.IMAGE_HASHES) : Set.of(),
        render);
  }

  /** A seed whose scripts are left alone. */
  public Seed(
      String url,
      Reach reach,
      Mandate mandate,
      long maxPages,
      String reader,
      @Nullable Revisit revisit,
      boolean imageHashes) {
    this(url, reach, mandate, maxPages, reader, revisit, imageHashes, false);
  }

  /** A seed whose pictures are left alone. */
  public Seed(
      String url,
      Reach reach,
      Mandate mandate,
      long maxPages,
      String reader,
      @Nullable Revisit revisit) {
    this(url, reach, mandate, maxPages, reader, revisit, false);
  }

  /** Returns a seed with its whole host in scope, no limits, and no second visit. */
  public static Seed of(String url, Mandate mandate) {
    return new Seed(url, Reach.HOST, mandate, UNLIMITED, "", null);
  }

  /** Returns whether the pictures of adverts are fetched for their digests. */
  public boolean imageHashes() {
    return asked.contains(Mandate.Permission.IMAGE_HASHES);
  }

  /** Returns whether the pictures of adverts are read. */
  public boolean pictures() {
    return asked.contains(Mandate.Permission.PICTURES);
  }

  /** Returns what addresses in scope begin with, if the reach is {@link Reach#PATH}. */
  String prefix() {
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
