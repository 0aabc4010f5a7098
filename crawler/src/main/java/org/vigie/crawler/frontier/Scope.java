package org.vigie.crawler.frontier;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a crawl may go: the scopes of its seeds, and nowhere that looks like a trap.
 *
 * <p>{@code www.} before a host makes no difference, nor does http or https at their own ports. A
 * URL in several scopes belongs to the narrowest.
 */
public final class Scope {
  private static final int MAX_URL_LENGTH = 2_000;
  private static final int MAX_PATH_SEGMENTS = 20;
  private static final int MAX_REPEATED_SEGMENTS = 3;
  private static final int MAX_PARAMETERS = 20;

  private final List<Seed> seeds;
  private final Map<String, List<Seed>> places = new HashMap<>();
  private final Map<String, Seed> domains = new HashMap<>();

  public Scope(List<Seed> seeds) {
    this.seeds = List.copyOf(seeds);
    for (Seed seed : seeds) {
      URI uri = URI.create(seed.url());
      if (seed.reach() == Seed.Reach.DOMAIN) {
        domains.putIfAbsent(bare(uri.getHost()), seed);
      } else {
        places.computeIfAbsent(place(uri), place -> new ArrayList<>()).add(seed);
      }
    }
    Comparator<Seed> narrowest =
        Comparator.comparingInt(
            seed -> seed.reach() == Seed.Reach.PATH ? -seed.prefix().length() : 0);
    places.values().forEach(list -> list.sort(narrowest));
  }

  /** Returns whether the mandate of any seed holds at a time. */
  public boolean isAuthorised(Instant now) {
    return seeds.stream().anyMatch(seed -> now.isBefore(seed.mandate().validUntil()));
  }

  /** Returns whether a normalized address lies in scope. */
  public boolean contains(String url) {
    return find(url) != null;
  }

  /** Returns the seed in whose scope a normalized address lies, or null. */
  public @Nullable Seed find(String url) {
    URI uri = parse(url);
    if (uri == null || uri.getHost() == null) {
      return null;
    }
    for (Seed seed : places.getOrDefault(place(uri), List.of())) {
      if (seed.reach() == Seed.Reach.HOST || isBelow(url, seed.prefix())) {
        return seed;
      }
    }
    return domains.isEmpty() ? null : domain(bare(uri.getHost()));
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
  private static boolean isBelow(String url, String prefix) {
    String path = afterHost(url);
    return path.startsWith(afterHost(prefix))
        && !path.contains("/..")
        && !path.toLowerCase(Locale.ROOT).contains("%2e%2e");
  }

  private static String afterHost(String url) {
    int slash = url.indexOf('/', url.indexOf("//") + 2);
    return slash < 0 ? "/" : url.substring(slash);
  }

  /** Returns whether an address looks as if a program made it up without end. */
  public static boolean isTrap(String url) {
    URI uri = parse(url);
    if (uri == null || url.length() > MAX_URL_LENGTH) {
      return true;
    }
    Map<String, Integer> seen = new HashMap<>();
    int segments = 0;
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    for (String segment : path.split("/")) {
      segments += segment.isEmpty() ? 0 : 1;
      if (!segment.isEmpty() && seen.merge(segment, 1, Integer::sum) > MAX_REPEATED_SEGMENTS) {
        return true;
      }
    }
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return segments > MAX_PATH_SEGMENTS
        || query.chars().filter(c -> c == '&').count() >= MAX_PARAMETERS;
  }

  /**
   * Returns the form of an address under which it is known: scheme and host in lower case, no
   * default port, no fragment, a path. Null if it is no http(s) address.
   */
  public static @Nullable String normalize(String url) {
    URI uri = parse(url.strip());
    if (uri == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
      return null;
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return null;
    }
    int ownPort = scheme.equals("http") ? 80 : 443;
    String port = uri.getPort() < 0 || uri.getPort() == ownPort ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query;
  }

  private static String place(URI uri) {
    String name = bare(String.valueOf(uri.getHost()));
    boolean ownPort = uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443;
    return ownPort ? name : name + ":" + uri.getPort();
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("www.") ? lower.substring(4) : lower;
  }

  private static @Nullable URI parse(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
