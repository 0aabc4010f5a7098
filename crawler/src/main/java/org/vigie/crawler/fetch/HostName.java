package org.vigie.crawler.fetch;

import java.util.Locale;

/** The host of an address, in the one spelling under which it is looked up. */
final class HostName {
  private HostName() {}

  /** Returns a host in lower case, without the brackets of IPv6 and the dot of the root. */
  static String of(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[") && name.endsWith("]")) {
      return name.substring(1, name.length() - 1);
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /**
   * Returns whether a host is a number in a spelling other than four decimal parts: resolvers read
   * {@code 0177.1}, {@code 0x7f000001} or {@code 2130706433} as they like, so nobody can say what
   * they would be taken for.
   *
   * @see <a href="https://url.spec.whatwg.org/#ends-in-a-number-checker">WHATWG URL, 3.5</a>
   */
  static boolean isObscureNumber(String name) {
    if (name.indexOf(':') >= 0) {
      return name.indexOf('%') >= 0; // a zone names an interface of this machine
    }
    String last = name.substring(name.lastIndexOf('.') + 1);
    boolean number = isDigits(last) || last.startsWith("0x");
    return (number || last.isEmpty()) && !isDottedQuad(name);
  }

  private static boolean isDottedQuad(String name) {
    int parts = 0;
    int start = 0;
    while (start <= name.length()) {
      int dot = name.indexOf('.', start);
      int end = dot < 0 ? name.length() : dot;
      String part = name.substring(start, end);
      boolean decimal = isDigits(part) && part.length() <= 3 && Integer.parseInt(part) <= 255;
      if (!decimal || (part.length() > 1 && part.charAt(0) == '0')) {
        return false;
      }
      parts++;
      start = end + 1;
    }
    return parts == 4;
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
