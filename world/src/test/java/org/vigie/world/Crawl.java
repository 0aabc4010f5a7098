package org.vigie.world;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small crawler that obeys robots.txt as it stands in a world, and counts hops. */
final class Crawl {
  private static final Pattern HREF = Pattern.compile("<a [^>]*href=\"([^\"]*)\"");

  private Crawl() {}

  /** Returns path and query of all pages of a site that links lead to, without HTTP. */
  static List<String> targets(World world, Host host) {
    Map<String, Integer> hops =
        hops(
            "/",
            target ->
                world
                    .findPage(host.hostName(), target, host.origin())
                    .map(ServedPage::body)
                    .orElseThrow(() -> new IllegalStateException("dead link: " + target)));
    return List.copyOf(hops.keySet());
  }

  /** Returns how many hops away from the start each page is. */
  static Map<String, Integer> hops(String start, Function<String, String> fetch) {
    Map<String, Integer> hops = new LinkedHashMap<>();
    Deque<String> frontier = new ArrayDeque<>(List.of(start));
    hops.put(start, 0);
    while (!frontier.isEmpty()) {
      String target = frontier.remove();
      Matcher href = HREF.matcher(fetch.apply(target));
      while (href.find()) {
        URI link = URI.create("http://host" + target).resolve(href.group(1).replace("&amp;", "&"));
        String next = link.getPath() + (link.getQuery() == null ? "" : "?" + link.getQuery());
        if (!next.startsWith(SiteFrame.DISALLOWED)
            && hops.putIfAbsent(next, hops.get(target) + 1) == null) {
          frontier.add(next);
        }
      }
    }
    return hops;
  }
}
