package org.vigie.crawler.trap;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the URLs of one kind of page have in common: host, path with its ids replaced, and the names
 * of its parameters.
 *
 * <p>{@code /ad/123?id=9&sort=up} and {@code /ad/7?sort=down&id=1} are both {@code /ad/#?id&sort}.
 * A session id, in path or query, makes no difference at all.
 *
 * @param host host and port
 * @param shape the rest
 */
public record UrlTemplate(String host, String shape) {
  /** Names of parameters that hold a session id, in lower case, without marks. */
  private static final Set<String> SESSIONS =
      Set.of(
          "jsessionid",
          "phpsessid",
          "aspsessionid",
          "aspnetsessionid",
          "cfid",
          "cftoken",
          "sid",
          "s",
          "sess",
          "session",
          "sessionid",
          "sessid",
          "oscsid",
          "zenid",
          "xtcsid");

  /** Most path segments that are told apart; what lies deeper is one template. */
  private static final int MAX_SEGMENTS = 6;

  /** Most names of parameters that are told apart. */
  private static final int MAX_NAMES = 8;

  /** A segment of letters that is longer is taken for a text or an id, not for a section. */
  private static final int MAX_SECTION = 24;

  /** Returns the template of a normalized address. */
  public static UrlTemplate of(String url) {
    URI uri = URI.create(url);
    String path = uri.getRawPath() == null ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return new UrlTemplate(String.valueOf(uri.getRawAuthority()), path(path) + names(query));
  }

  /** Returns an address without the session ids in its path and query. */
  public static String withoutSession(String url) {
    int question = url.indexOf('?');
    String path = question < 0 ? url : url.substring(0, question);
    StringBuilder query = new StringBuilder();
    if (question >= 0) {
      for (String pair : url.substring(question + 1).split("&", -1)) {
        if (!isSession(name(pair), value(pair))) {
          query.append(query.isEmpty() ? '?' : '&').append(pair);
        }
      }
    }
    return withoutSessionInPath(path) + query;
  }

  private static String withoutSessionInPath(String path) {
    int semicolon = path.indexOf(';');
    while (semicolon >= 0) {
      int end = semicolon + 1;
      while (end < path.length() && path.charAt(end) != ';' && path.charAt(end) != '/') {
        end++;
      }
      String pair = path.substring(semicolon + 1, end);
      if (isSession(name(pair), value(pair))) {
        return withoutSessionInPath(path.substring(0, semicolon) + path.substring(end));
      }
      semicolon = path.indexOf(';', end);
    }
    return path;
  }

  /** A short name such as {@code s} may be a search: only a long value makes it a session. */
  private static boolean isSession(String name, String value) {
    String plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace(".", "");
    boolean known =
        SESSIONS.contains(plain) || plain.startsWith("aspsessionid") || plain.endsWith("sessid");
    return known && (plain.length() > 4 || isId(value));
  }

  private static String path(String path) {
    StringBuilder shape = new StringBuilder();
    int segments = 0;
    for (String segment : withoutSessionInPath(path).split("/")) {
      if (!segment.isEmpty() && segments++ < MAX_SEGMENTS) {
        shape.append('/').append(segment(segment));
      }
    }
    return segments > MAX_SEGMENTS ? shape.append("/...").toString() : shape.append('/').toString();
  }

  private static String segment(String segment) {
    StringBuilder shape = new StringBuilder();
    boolean digits = false;
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit) {
        shape.append(c);
      } else if (!digits) {
        shape.append('#');
      }
      digits = digit;
    }
    return isId(segment) || shape.length() > MAX_SECTION ? "*" : shape.toString();
  }

  /** Long, with letters next to digits again and again: no word, and no date. */
  private static boolean isId(String text) {
    int changes = 0;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      char before = text.charAt(i - 1);
      boolean letterByDigit =
          (Character.isDigit(c) && Character.isLetter(before))
              || (Character.isLetter(c) && Character.isDigit(before));
      changes += letterByDigit ? 1 : 0;
    }
    return text.length() >= 8 && (changes >= 3 || (text.length() >= 20 && changes >= 1));
  }

  private static String names(String query) {
    Set<String> names = new TreeSet<>();
    if (!query.isEmpty()) {
      for (String pair : query.split("&")) {
        if (!isSession(name(pair), value(pair))) {
          names.add(segment(name(pair)));
        }
      }
    }
    if (names.isEmpty()) {
      return "";
    }
    return "?" + (names.size() > MAX_NAMES ? "..." : String.join("&", names));
  }

  private static String name(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? pair : pair.substring(0, equals);
  }

  private static String value(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? "" : pair.substring(equals + 1);
  }
}
