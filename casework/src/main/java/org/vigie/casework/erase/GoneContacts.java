package org.vigie.casework.erase;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Contacts that are erased, as a query may name them. */
final class GoneContacts {
  /** What people write between the digits of a telephone number. */
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s().-]");

  private final List<String> values;

  /**
   * @param keys such as {@code phone:+447700900123}
   */
  GoneContacts(Collection<String> keys) {
    this.values = keys.stream().map(key -> key.substring(key.indexOf(':') + 1)).toList();
  }

  /** Returns whether a query names one of them, be it among others. */
  boolean areIn(String query) {
    String written = BETWEEN_DIGITS.matcher(query).replaceAll("");
    return values.stream().anyMatch(value -> isIn(value, query) || isIn(value, written));
  }

  /** A longer number or name is another contact. */
  private static boolean isIn(String value, String query) {
    for (int at = query.indexOf(value); at >= 0; at = query.indexOf(value, at + 1)) {
      int end = at + value.length();
      if ((at == 0 || !isWord(query.charAt(at - 1)))
          && (end == query.length() || !isWord(query.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(char one) {
    return Character.isLetterOrDigit(one) || one == '_';
  }
}
