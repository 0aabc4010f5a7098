package org.vigie.lab.verify;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileNet;
import org.vigie.world.hostile.Wire;

/**
 * A site whose pages are a chain with side pages and redirects: a link that is lost loses all that
 * follow.
 */
final class ChainSite implements AutoCloseable {
  private static final int LINKS = 40;

  /**
   * How many pages there are: each link is a page, a redirect and a side page, and then the end.
   */
  static final int PAGES = 3 * LINKS + 1;

  private static final HostileBehaviour CHAIN =
      HostileBehaviour.of("chain", "leads from page to page", "fetched", ChainSite::answer);

  private final HostileNet net;

  ChainSite() throws Exception {
    net = HostileNet.open(List.of(CHAIN), null);
  }

  private static void answer(String target, Wire wire) throws Exception {
    int number = Integer.parseInt(target.substring(2));
    switch (target.charAt(1)) {
      case 'r' -> wire.redirect("/p" + (number + 1));
      case 'q' -> wire.page("<p>side page");
      case 'p' ->
          wire.page(
              number == LINKS
                  ? "<p>end"
                  : "<a href='/r%d'>next</a><a href='/q%d'>side</a>".formatted(number, number));
      default -> wire.status(404, "");
    }
  }

  URI seed() {
    return net.url(CHAIN, "/p0");
  }

  HostileNet net() {
    return net;
  }

  /** Returns every address that a whole crawl archives. */
  Set<String> pages() {
    Set<String> pages = new HashSet<>();
    for (int i = 0; i < LINKS; i++) {
      pages.add(net.url(CHAIN, "/p" + i).toString());
      pages.add(net.url(CHAIN, "/q" + i).toString());
      pages.add(net.url(CHAIN, "/r" + i).toString());
    }
    pages.add(net.url(CHAIN, "/p" + LINKS).toString());
    return pages;
  }

  /** Returns how many pages were asked for so far, repeats included, robots.txt aside. */
  int pageRequests() {
    return (int) pagesAsked().count();
  }

  /** Returns how many different pages were asked for so far. */
  int pagesReached() {
    return (int) pagesAsked().distinct().count();
  }

  private Stream<String> pagesAsked() {
    return net.requests(CHAIN).stream()
        .map(HostileNet.Request::target)
        .filter(target -> !target.equals("/robots.txt"));
  }

  @Override
  public void close() throws Exception {
    net.close();
  }
}
