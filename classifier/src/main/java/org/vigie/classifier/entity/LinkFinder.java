package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds links in a view whose signs are plain: with a scheme, or with a host that is believed. */
final class LinkFinder {
  private static final int MAX_HOST = 255;

  /** Longer links are cut: common browsers and servers stop near it. */
  private static final int MAX_REST = 2_000;

  /** Schemes as written → as meant; "hxxp" and the like are how links are made unclickable. */
  private static final Map<String, String> SCHEMES =
      Map.ofEntries(
          Map.entry("http", "http"),
          Map.entry("https", "https"),
          Map.entry("hxxp", "http"),
          Map.entry("hxxps", "https"),
          Map.entry("hxtp", "http"),
          Map.entry("hxtps", "https"),
          Map.entry("htxp", "http"),
          Map.entry("htxps", "https"),
          Map.entry("ftp", "ftp"),
          Map.entry("ftps", "ftps"),
          Map.entry("fxp", "ftp"),
          Map.entry("fxps", "ftps"),
          Map.entry("viber", "viber"),
          Map.entry("whatsapp", "whatsapp"),
          Map.entry("tg", "tg"));

  /** Schemes of messengers, after which an action stands, such as "chat", and no host. */
  private static final Set<String> ACTION_SCHEMES = Set.of("viber", "whatsapp", "tg");

  private final Set<String> topLevelDomains;

  LinkFinder(Set<String> topLevelDomains) {
    this.topLevelDomains = topLevelDomains;
  }

  List<Link> in(ContactView view) {
    List<Link> links = new ArrayList<>();
    String chars = view.chars();
    int i = 0;
    while (i < chars.length()) {
      if (!Hosts.isHostChar(chars.charAt(i))) {
        i++;
        continue;
      }
      int end = i;
      while (end < chars.length() && Hosts.isHostChar(chars.charAt(end))) {
        end++;
      }
      i = readRun(view, chars, i, end, links);
    }
    return links;
  }

  /** Reads one run of host characters; returns where to go on. */
  private int readRun(ContactView view, String chars, int start, int end, List<Link> links) {
    boolean afterAt = start > 0 && chars.charAt(start - 1) == '@';
    if (chars.startsWith("://", end)) {
      String scheme = schemeAtEnd(chars, start, end);
      int host = end + 3;
      int hostEnd = Hosts.endOf(chars, host, MAX_HOST);
      boolean reachable =
          ACTION_SCHEMES.contains(scheme)
              || Hosts.isReachable(chars.substring(host, Math.max(host, hostEnd)));
      if (!scheme.isEmpty() && hostEnd > host && reachable) {
        return add(view, chars, new Parts(end - scheme.length(), scheme, host, hostEnd), links);
      }
      return host;
    }
    int hostStart = start;
    while (hostStart < end && !Character.isLetterOrDigit(chars.charAt(hostStart))) {
      hostStart++;
    }
    int hostEnd = Hosts.endOf(chars, hostStart, MAX_HOST);
    boolean address = afterAt || (end < chars.length() && chars.charAt(end) == '@');
    if (!address && isBelieved(view, chars, hostStart, hostEnd)) {
      return Math.max(end, add(view, chars, new Parts(hostStart, "", hostStart, hostEnd), links));
    }
    return end;
  }

  private boolean isBelieved(ContactView view, String chars, int start, int end) {
    if (end - start < 4 || !hasDot(chars, start, end)) {
      return false;
    }
    String host = chars.substring(start, end);
    if (!Hosts.isPublic(host)) {
      return false;
    }
    boolean deep = Hosts.isCountryHostOfThreeNames(host);
    if (host.startsWith("www.") || Services.isKnownHost(host) || deep) {
      return true;
    }
    int dot = start + host.lastIndexOf('.');
    // "skills.Be" is the end of a sentence and the start of the next, not a host in Belgium.
    char afterDot = view.text().original().charAt(view.text().originalStart(view.start(dot + 1)));
    return topLevelDomains.contains(Hosts.topLevelDomain(host)) && !Character.isUpperCase(afterDot);
  }

  private static boolean hasDot(String chars, int start, int end) {
    int i = start;
    while (i < end && chars.charAt(i) != '.') {
      i++;
    }
    return i < end;
  }

  private int add(ContactView view, String chars, Parts parts, List<Link> links) {
    int end = endOfRest(chars, parts.hostEnd());
    String scheme = SCHEMES.getOrDefault(parts.scheme(), "http");
    int steps = scheme.equals(parts.scheme()) || parts.scheme().isEmpty() ? 0 : 1;
    links.add(
        new Link(
            scheme,
            chars.substring(parts.hostStart(), parts.hostEnd()),
            rest(view, chars, parts.hostEnd(), end),
            parts.start(),
            end,
            steps));
    return end;
  }

  /**
   * Returns the rest as it was typed, since the case of a path matters, unless it was disguised.
   */
  private static String rest(ContactView view, String chars, int start, int end) {
    if (start == end) {
      return "";
    }
    var text = view.text();
    boolean plain =
        view.undone(start, end) == 0 && text.traces(view.start(start), view.end(end)) == 0;
    return plain
        ? text.originalSpan(view.start(start), view.end(end)).of(text.original())
        : chars.substring(start, end);
  }

  private static int endOfRest(String chars, int hostEnd) {
    int end = hostEnd;
    if (end < chars.length() && "/?#:".indexOf(chars.charAt(end)) >= 0) {
      int limit = Math.min(chars.length(), hostEnd + MAX_REST);
      while (end < limit && isLinkChar(chars.charAt(end))) {
        end++;
      }
      while (end > hostEnd && ".,;:!?)]'*".indexOf(chars.charAt(end - 1)) >= 0) {
        end--;
      }
    }
    return end;
  }

  private static boolean isLinkChar(char c) {
    return c > ' ' && "<>\"`{}|\\^\u00AB\u00BB\uFFFD".indexOf(c) < 0 && !Character.isWhitespace(c);
  }

  private static String schemeAtEnd(String chars, int start, int end) {
    int letters = end;
    while (letters > start && end - letters < 9 && Character.isLetter(chars.charAt(letters - 1))) {
      letters--;
    }
    String scheme = chars.substring(letters, end);
    return SCHEMES.containsKey(scheme) ? scheme : "";
  }

  private record Parts(int start, String scheme, int hostStart, int hostEnd) {}

  /**
   * A link in a view.
   *
   * @param scheme scheme, without disguise
   * @param host host in lower case
   * @param rest port, path, query and fragment as typed
   * @param start first position in the view
   * @param end position after the last
   * @param steps disguising steps undone in the scheme
   */
  record Link(String scheme, String host, String rest, int start, int end, int steps) {
    String absolute() {
      return scheme + "://" + host + rest;
    }
  }
}
