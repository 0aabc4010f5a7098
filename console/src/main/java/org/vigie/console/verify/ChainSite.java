package org.vigie.console.verify;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileNet;
import org.vigie.world.hostile.Wire;

/**
 * A site whose pages are a chain with side pages and redirects: a link that is lost loses all that
 * follow.
 */
final class ChainSite implements AutoCloseable {
  private static final int LINKS = 12;

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

  /** Returns how many pages were asked for so far, robots.txt aside. */
  int pageRequests() {
    return (int)
        net.requests(CHAIN).stream().filter(one -> !one.target().equals("/robots.txt")).count();
  }

  @Override
  public void close() throws Exception {
    net.close();
  }
}
