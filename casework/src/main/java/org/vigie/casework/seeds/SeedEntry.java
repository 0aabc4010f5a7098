package org.vigie.casework.seeds;

import java.util.Optional;
import java.util.Set;
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
 * @param asked what is wanted of the pictures of adverts: their digests, to be read
 * @param render whether pages that need a script are given to a browser
 */
public record SeedEntry(
    String url,
    Seed.Reach reach,
    Optional<Mandate> mandate,
    long maxPages,
    String reader,
    Seed.@Nullable Revisit revisit,
    Set<Mandate.Permission> asked,
    boolean render) {
  public SeedEntry {
    asked = Set.copyOf(asked);
  }

  /** Returns a seed with its whole host in scope and nothing else said. */
  public static SeedEntry of(String url) {
    return new SeedEntry(
        url, Seed.Reach.HOST, Optional.empty(), Seed.UNLIMITED, "", null, Set.of(), false);
  }

  /**
   * Returns the seed under its mandate, or another where it names none.
   *
   * @throws UserError if the seed asks for what the mandate doesn't permit
   */
  public Seed under(Mandate other) {
    Mandate under = mandate.orElse(other);
    asked.stream().sorted().forEach(needed -> require(needed, under));
    return new Seed(url, reach, under, maxPages, reader, revisit, asked, render);
  }

  private void require(Mandate.Permission needed, Mandate under) {
    if (!under.permits().contains(needed)) {
      throw UserError.ofMandate(
          "%s asks for %s, which its mandate must permit (permits: %s), but %s doesn't"
              .formatted(
                  SafeText.line(Defanged.text(url)), needed.label(), needed.label(), under.id()));
    }
  }
}
