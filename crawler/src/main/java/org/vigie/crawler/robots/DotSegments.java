package org.vigie.crawler.robots;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** The {@code .} and {@code ..} of a path, which a server may resolve (RFC 3986, section 5.2.4). */
public final class DotSegments {
  private DotSegments() {}

  /** Returns the address that is meant if they are resolved, encoded ones too. */
  public static URI remove(URI url) {
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    String dotted = path.toLowerCase(Locale.ROOT).contains("%2e") ? decodeDots(path) : path;
    if (!dotted.contains("/.")) {
      return url;
    }
    String text = url.toString();
    int start = text.indexOf(path, text.indexOf("//") + 2 + url.getRawAuthority().length());
    return URI.create(
        text.substring(0, start) + resolve(dotted) + text.substring(start + path.length()));
  }

  private static String decodeDots(String path) {
    return path.replace("%2e", ".").replace("%2E", ".");
  }

  private static String resolve(String path) {
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (String segment : segments) {
      if (segment.equals("..")) {
        kept.pollLast();
      } else if (!segment.equals(".")) {
        kept.addLast(segment);
      }
    }
    String last = segments[segments.length - 1];
    boolean folder = last.equals(".") || last.equals("..");
    String resolved = "/" + String.join("/", kept);
    return folder && !resolved.endsWith("/") ? resolved + "/" : resolved;
  }
}
