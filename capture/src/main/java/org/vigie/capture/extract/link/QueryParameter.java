package org.vigie.capture.extract.link;

import java.util.Locale;

/** One parameter in the query of an address. */
public final class QueryParameter {
  private QueryParameter() {}

  /** Returns an address with a parameter set, in its old place if it has one already. */
  public static String set(String url, String name, String value) {
    int start = start(url, name);
    if (start < 0) {
      return url + (url.indexOf('?') < 0 ? "?" : "&") + name + "=" + value;
    }
    int end = url.indexOf('&', start);
    return url.substring(0, start) + value + (end < 0 ? "" : url.substring(end));
  }

  /** Returns the value of a parameter as it is written, or empty. */
  public static String get(String url, String name) {
    int start = start(url, name);
    if (start < 0) {
      return "";
    }
    int end = url.indexOf('&', start);
    return url.substring(start, end < 0 ? url.length() : end);
  }

  private static int start(String url, String name) {
    int query = url.indexOf('?');
    String lower = query < 0 ? "" : url.toLowerCase(Locale.ROOT);
    for (int i = query; i >= 0; i = url.indexOf('&', i + 1)) {
      if (lower.startsWith(name + "=", i + 1)) {
        return i + 1 + name.length() + 1;
      }
    }
    return -1;
  }
}
