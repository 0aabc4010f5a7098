package org.vigie.crawler.frontier;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a crawl may go: the hosts of its seeds, at their ports, and nowhere that looks like a trap.
 *
 * <p>{@code www.} before a host makes no difference, nor does http or https at their own ports.
 */
public final class Scope {
  private static final int MAX_URL_LENGTH = 2_000;
  private static final int MAX_PATH_SEGMENTS = 20;
  private static final int MAX_REPEATED_SEGMENTS = 3;
  private static final int MAX_PARAMETERS = 20;

  private final Set<String> places = new HashSet<>();

  public Scope(List<Target> seeds) {
    for (Target seed : seeds) {
      places.add(place(URI.create(seed.url())));
    }
  }

  /** Returns whether a normalized address lies in scope. */
  public boolean contains(String url) {
    URI uri = parse(url);
    return uri != null && uri.getHost() != null && places.contains(place(uri));
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
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    String name = host.startsWith("www.") ? host.substring(4) : host;
    boolean ownPort = uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443;
    return ownPort ? name : name + ":" + uri.getPort();
  }

  private static @Nullable URI parse(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
