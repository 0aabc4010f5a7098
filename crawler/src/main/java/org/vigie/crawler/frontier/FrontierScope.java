package org.vigie.crawler.frontier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.url.WebAddress;

/**
 * Where a crawl may go: the scopes of its seeds, and nowhere that looks like a trap.
 *
 * <p>{@code www.} before a host makes no difference, nor does http or https at their own ports. A
 * URL in several scopes belongs to the narrowest.
 */
public final class FrontierScope {
  private static final int MAX_URL_LENGTH = 2_000;
  private static final int MAX_PATH_SEGMENTS = 20;
  private static final int MAX_REPEATED_SEGMENTS = 3;
  private static final int MAX_PARAMETERS = 20;

  private final List<Seed> seeds;
  private final Map<String, List<Seed>> places = new HashMap<>();
  private final Map<String, Seed> domains = new HashMap<>();

  public FrontierScope(List<Seed> seeds) {
    this.seeds = List.copyOf(seeds);
    for (Seed seed : seeds) {
      WebAddress address = require(seed.url());
      if (seed.reach() == Seed.Reach.DOMAIN) {
        domains.putIfAbsent(bare(address.host()), seed);
      } else {
        places.computeIfAbsent(place(address), place -> new ArrayList<>()).add(seed);
      }
    }
    Comparator<Seed> narrowest =
        Comparator.comparingInt(
            seed -> seed.reach() == Seed.Reach.PATH ? -seed.prefix().length() : 0);
    places.values().forEach(list -> list.sort(narrowest));
  }

  private static WebAddress require(String url) {
    WebAddress address = WebAddress.parse(url);
    if (address == null) {
      throw new IllegalArgumentException(
          "a seed must be an http or https address with a host, but was " + url);
    }
    return address;
  }

  /** Returns whether the mandate of any seed holds at a time. */
  public boolean isAuthorised(Instant now) {
    return seeds.stream().anyMatch(seed -> now.isBefore(seed.mandate().validUntil()));
  }

  /**
   * Returns a link as it is known, if it lies in scope and doesn't look like a trap; null
   * otherwise.
   */
  public @Nullable String admit(String link) {
    WebAddress address = WebAddress.parse(link);
    return address == null || find(address) == null || isTrap(address) ? null : address.url();
  }

  /** Returns whether a normalized address lies in scope. */
  public boolean contains(String url) {
    return find(url) != null;
  }

  /** Returns the seed in whose scope a normalized address lies, or null. */
  public @Nullable Seed find(String url) {
    WebAddress address = WebAddress.parse(url);
    return address == null ? null : find(address);
  }

  private @Nullable Seed find(WebAddress address) {
    for (Seed seed : places.getOrDefault(place(address), List.of())) {
      if (seed.reach() == Seed.Reach.HOST || isBelow(address, seed)) {
        return seed;
      }
    }
    return domains.isEmpty() ? null : domain(bare(address.host()));
  }

  private @Nullable Seed domain(String host) {
    for (String name = host; !name.isEmpty(); ) {
      Seed seed = domains.get(name);
      if (seed != null) {
        return seed;
      }
      int dot = name.indexOf('.');
      name = dot < 0 ? "" : name.substring(dot + 1);
    }
    return null;
  }

  /** Both schemes lead to the same place, as does {@code www.} */
  private static boolean isBelow(WebAddress address, Seed seed) {
    WebAddress prefix = require(seed.prefix());
    return address.rest().startsWith(prefix.rest())
        && !address.rest().contains("/..")
        && !address.rest().toLowerCase(Locale.ROOT).contains("%2e%2e");
  }

  /** Returns whether an address looks as if a program made it up without end. */
  public static boolean isTrap(String url) {
    WebAddress address = WebAddress.parse(url);
    return address == null || isTrap(address);
  }

  private static boolean isTrap(WebAddress address) {
    if (address.rest().length() > MAX_URL_LENGTH) {
      return true;
    }
    String path = address.path();
    Map<String, Integer> seen = new HashMap<>();
    int segments = 0;
    for (int start = 1; start <= path.length(); ) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      if (end > start) {
        segments++;
        if (seen.merge(path.substring(start, end), 1, Integer::sum) > MAX_REPEATED_SEGMENTS) {
          return true;
        }
      }
      start = end + 1;
    }
    return segments > MAX_PATH_SEGMENTS
        || address.query().chars().filter(c -> c == '&').count() >= MAX_PARAMETERS;
  }

  /**
   * Returns the form of an address under which it is known: scheme and host in lower case, no
   * default port, no fragment, a path. Null if it is no http(s) address.
   */
  public static @Nullable String normalize(String url) {
    WebAddress address = WebAddress.parse(url);
    return address == null ? null : address.url();
  }

  private static String place(WebAddress address) {
    String name = bare(address.host());
    boolean ownPort = address.port() < 0 || address.port() == 80 || address.port() == 443;
    return ownPort ? name : name + ":" + address.port();
  }

  private static String bare(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
