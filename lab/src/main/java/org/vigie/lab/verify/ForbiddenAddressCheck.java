package org.vigie.lab.verify;

import java.nio.file.Path;

/** Forbidden addresses in every spelling, come by in every way: no connection is made. */
final class ForbiddenAddressCheck implements Check {
  @Override
  public String name() {
    return "forbidden-address";
  }

  @Override
  public String promise() {
    return "No connection is made to a forbidden address, however it is spelled or come by";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    tally.count("spellings", ForbiddenUrls.SPELLINGS.size());
    tally.count("ways", Way.values().length);
    for (Way way : Way.values()) {
      watcher.at(way.ordinal(), Way.values().length);
      way.crawl.by(folder.resolve(way.name()), tally);
    }
    return tally;
  }

  /** How a crawl comes by an address. */
  private enum Way {
    SEED(ForbiddenPages::bySeed),
    LINK(ForbiddenPages::byLink),
    REDIRECT_1_TO_5(ForbiddenRedirects::byRedirects),
    ROBOTS_REDIRECT(ForbiddenRedirects::byRobotsRedirect),
    SITEMAP(ForbiddenPages::bySitemap),
    CHANGING_NAME(ForbiddenNames::byChangingName);

    private final Crawling crawl;

    Way(Crawling crawl) {
      this.crawl = crawl;
    }
  }

  @FunctionalInterface
  private interface Crawling {
    void by(Path folder, Tally tally) throws Exception;
  }
}
