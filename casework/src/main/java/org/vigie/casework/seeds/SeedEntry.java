package org.vigie.casework.seeds;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.crawler.frontier.Seed;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;

/**
 * A seed as it is written down.
 *
 * @param url http(s) address, normalized
 * @param reach what lies in its scope
 * @param mandate the mandate that it names; nothing if it is that of the command or the workspace
 * @param maxPages most pages of one crawl
 * @param reader name of the reader of its pages, or empty to find out by the page
 * @param revisit how soon its pages are looked at again; null for never
 * @param imageHashes whether the pictures of adverts are fetched for their digests
 * @param render whether pages that need a script are given to a browser
 * @param pictures whether the pictures of adverts are read
 */
public record SeedEntry(
    String url,
    Seed.Reach reach,
    Optional<Mandate> mandate,
    long maxPages,
    String reader,
    Seed.@Nullable Revisit revisit,
    boolean imageHashes,
    boolean render,
    boolean pictures) {
  /** A seed whose scripts are left alone. */
  public SeedEntry(
      String url,
      Seed.Reach reach,
      Optional<Mandate> mandate,
      long maxPages,
      String reader,
      Seed.@Nullable Revisit revisit,
      boolean imageHashes) {
    this(url, reach, mandate, maxPages, reader, revisit, imageHashes, false, false);
  }

  /** A seed whose pictures aren't read. */
  public SeedEntry(
      String url,
      Seed.Reach reach,
      Optional<Mandate> mandate,
      long maxPages,
      String reader,
      Seed.@Nullable Revisit revisit,
      boolean imageHashes,
      boolean render) {
    this(url, reach, mandate, maxPages, reader, revisit, imageHashes, render, false);
  }

  /** Returns a seed with its whole host in scope and nothing else said. */
  public static SeedEntry of(String url) {
    return new SeedEntry(url, Seed.Reach.HOST, Optional.empty(), Seed.UNLIMITED, "", null, false);
  }

  /**
   * Returns the seed under its mandate, or another where it names none.
   *
   * @throws UserError if the seed asks for what the mandate doesn't permit
   */
  public Seed under(Mandate other) {
    Mandate under = mandate.orElse(other);
    require(imageHashes, Mandate.Permission.IMAGE_HASHES, under);
    require(pictures, Mandate.Permission.PICTURES, under);
    return new Seed(url, reach, under, maxPages, reader, revisit, imageHashes, render, pictures);
  }

  private void require(boolean asked, Mandate.Permission needed, Mandate under) {
    if (asked && !under.permits().contains(needed)) {
      throw UserError.ofMandate(
          "%s asks for %s, which its mandate must permit (permits: %s), but %s doesn't"
              .formatted(
                  SafeText.line(Defanged.text(url)), needed.label(), needed.label(), under.id()));
    }
  }
}
