package org.vigie.capture.extract.site;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A pattern of paths, with their query if they have one, in which {@code *} stands for any
 * characters. Matching takes time in proportion to path times pattern at most.
 */
record UrlGlob(String pattern) {
  UrlGlob {
    if (!pattern.startsWith("/")) {
      throw new IllegalArgumentException(
          "a URL pattern must begin with '/', but was '" + pattern + "'");
    }
  }

  boolean matches(String url) {
    try {
      URI uri = new URI(url);
      String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      return matchesText(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Goes back to the last star alone, since what an earlier star took need never change. */
  private boolean matchesText(String text) {
    int at = 0;
    int t = 0;
    int star = -1;
    int afterStar = 0;
    while (t < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        afterStar = t;
      } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(t)) {
        at++;
        t++;
      } else if (star >= 0) {
        at = star + 1;
        t = ++afterStar;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }
}
