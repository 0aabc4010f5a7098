package org.vigie.classifier.entity;

/** What a host name may look like (RFC 1123, section 2.1; RFC 5890 for other letters). */
final class Hosts {
  private Hosts() {}

  /**
   * Returns the position after the host name that starts at {@code start}; final dots don't belong
   * to it.
   */
  static int endOf(String text, int start, int maxLength) {
    int end = start;
    while (end < text.length() && end - start < maxLength && isHostChar(text.charAt(end))) {
      end++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  static boolean isHostChar(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z')
          || (c >= '0' && c <= '9')
          || (c >= 'A' && c <= 'Z')
          || c == '-'
          || c == '.';
    }
    return Character.isLetterOrDigit(c);
  }

  /** Returns whether a host has at least two labels and ends in letters. */
  static boolean isPublic(String host) {
    int dot = host.lastIndexOf('.');
    if (dot <= 0 || host.length() - dot < 3 || host.contains("..") || host.charAt(0) == '-') {
      return false;
    }
    return isLetters(host, dot + 1) || host.startsWith("xn--", dot + 1);
  }

  /** Returns whether a link may lead to a host: a public name, an IPv4 address or this machine. */
  static boolean isReachable(String host) {
    return isPublic(host) || host.equals("localhost") || isAddress(host);
  }

  /** Returns whether a host is like "jobs.example.ie": a sentence hardly has two dots in a word. */
  static boolean isCountryHostOfThreeNames(String host) {
    String[] labels = host.split("\\.", -1);
    boolean named = labels.length >= 3 && labels[labels.length - 1].length() == 2;
    for (int i = 0; named && i < labels.length; i++) {
      named = labels[i].length() >= 2;
    }
    return named;
  }

  private static boolean isAddress(String host) {
    String[] parts = host.split("\\.", -1);
    boolean numbers = parts.length == 4;
    for (int i = 0; numbers && i < 4; i++) {
      numbers =
          !parts[i].isEmpty()
              && parts[i].length() <= 3
              && parts[i].chars().allMatch(c -> c >= '0' && c <= '9');
    }
    return numbers;
  }

  /** Returns what follows the last dot. */
  static String topLevelDomain(String host) {
    return host.substring(host.lastIndexOf('.') + 1);
  }

  private static boolean isLetters(String host, int from) {
    for (int i = from; i < host.length(); i++) {
      if (!Character.isLetter(host.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
