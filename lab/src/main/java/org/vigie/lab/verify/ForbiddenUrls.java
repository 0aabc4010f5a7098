package org.vigie.lab.verify;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.cli.warmup.LoopbackCrawl;
import org.vigie.crawler.frontier.FrontierScope;
import org.vigie.crawler.frontier.Seed;
import org.vigie.world.hostile.ForbiddenSpellings;
import org.vigie.world.hostile.HostileNet;

/** URLs that lead to forbidden addresses, and what a crawl of them is given. */
final class ForbiddenUrls {
  static final List<String> ADDRESSES = ForbiddenSpellings.addresses();

  /** Literal addresses, then names that the scripted DNS knows. */
  static final List<String> SPELLINGS = spellings();

  private ForbiddenUrls() {}

  private static List<String> spellings() {
    List<String> spellings = new ArrayList<>(ForbiddenSpellings.all());
    spellings.addAll(ForbiddenSpellings.names().keySet());
    return spellings;
  }

  /** Returns those that a scope can be made of, so that it lets links and redirects in. */
  static List<URI> openSeeds(int port) {
    return IntStream.range(0, SPELLINGS.size())
        .mapToObj(i -> normalized("http://" + at(SPELLINGS.get(i), port) + "/seed" + i))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Returns names below a host's own, each of another forbidden address: the host's scope lets them
   * in, and nothing but the page that leads there was ever known of them.
   *
   * <p>After a host was refused once it is left alone, so a spelling that had to be a seed, for its
   * scope, isn't tried a second time.
   */
  static Map<String, String> namesBelow(String host, int hops) {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < ADDRESSES.size(); i++) {
      names.put(nameBelow(host, hops, i), ADDRESSES.get(i));
    }
    return names;
  }

  static String nameBelow(String host, int hops, int address) {
    return "a%d-%d.%s.example.org".formatted(hops, address, host);
  }

  static Map<String, String> names(HostileNet net) {
    Map<String, String> names = new HashMap<>(ForbiddenSpellings.names());
    names.putAll(net.names());
    return names;
  }

  /** Puts the port behind the host, wherever a disguise goes on after it. */
  static String at(String spelling, int port) {
    int end = spelling.length();
    for (char c : new char[] {'?', '\\'}) {
      int found = spelling.indexOf(c);
      end = found < 0 ? end : Math.min(end, found);
    }
    return spelling.substring(0, end) + ":" + port + spelling.substring(end);
  }

  static Optional<URI> normalized(String url) {
    return Optional.ofNullable(FrontierScope.normalize(url)).map(URI::create);
  }

  static List<Seed> seeds(List<URI> urls) {
    return urls.stream().map(url -> Seed.of(url.toString(), LoopbackCrawl.MANDATE)).toList();
  }

  /** Returns a seed whose scope has the hosts below its own in it. */
  static Seed domain(URI url) {
    return new Seed(
        url.toString(), Seed.Reach.DOMAIN, LoopbackCrawl.MANDATE, Seed.UNLIMITED, "", null);
  }

  static long hosts(List<URI> urls) {
    return urls.stream().map(URI::getHost).distinct().count();
  }
}
