package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.ContactType;
import org.vigie.advert.Span;
import org.vigie.text.Words;

/**
 * Finds handles by wording: {@code @name} or {@code a_name} near the word for a service, {@code
 * service: name1}, or a tag of Cash App, such as {@code $name}.
 */
final class HandleFinder {
  /** How far, in characters, a service's word may stand from the sign. */
  private static final int REACH = 40;

  private HandleFinder() {}

  /**
   * Returns the handles in a view.
   *
   * @param defaultService service that a bare {@code @name} belongs to here, or empty
   */
  static List<Found> in(ContactView view, String defaultService) {
    List<Found> found = new ArrayList<>();
    String chars = view.chars();
    String service = "";
    int serviceEnd = -REACH;
    int i = 0;
    while (i < chars.length()) {
      char c = chars.charAt(i);
      if (c == '\n') {
        service = "";
        i++;
      } else if (c == '@' && (i == 0 || !Character.isLetterOrDigit(chars.charAt(i - 1)))) {
        String near = !service.isEmpty() && i - serviceEnd <= REACH ? service : defaultService;
        i = readName(view, chars, i, i + 1, near, found);
      } else if (c == '$' && service.equals("cashapp") && i - serviceEnd <= REACH) {
        boolean tag = i + 1 < chars.length() && Character.isLetter(chars.charAt(i + 1));
        i = tag ? readName(view, chars, i, i + 1, service, found) : i + 1;
      } else if (!service.isEmpty() && i - serviceEnd <= REACH && isJoinedName(chars, i)) {
        i = readName(view, chars, i, i, service, found);
      } else if (Words.isWordChar(c)) {
        int end = i;
        while (end < chars.length() && Words.isWordChar(chars.charAt(end))) {
          end++;
        }
        if (!Services.mayName(chars, i, end)) {
          i = end;
          continue;
        }
        String word = end - i <= 12 ? Words.compared(chars.substring(i, end)) : "";
        String second = Services.secondWord(word);
        int secondEnd = end + 1 + second.length();
        boolean whole = secondEnd >= chars.length() || !Words.isWordChar(chars.charAt(secondEnd));
        if (!second.isEmpty() && whole && chars.startsWith(" " + second, end)) {
          word += " " + second;
          end = secondEnd;
        }
        String named = Services.ofWord(word);
        if (!named.isEmpty()) {
          service = named;
          serviceEnd = end;
          end = Math.max(end, readAfterColon(view, chars, end, named, found));
        }
        i = end;
      } else {
        i++;
      }
    }
    return found;
  }

  private static int readName(
      ContactView view, String chars, int start, int nameStart, String service, List<Found> found) {
    int end = accountEnd(chars, nameStart);
    String name = chars.substring(nameStart, end);
    boolean continues =
        end < chars.length()
            && (Character.isLetterOrDigit(chars.charAt(end)) || chars.charAt(end) == '@');
    if (!service.isEmpty() && !continues && Services.isAccount(name)) {
      found.add(Found.of(view, ContactType.HANDLE, service + ":" + name, start, end, 0));
    }
    return Math.max(end, start + 1);
  }

  /**
   * Reads {@code telegram: name_1}; a plain word after the colon may be anything, and the name of
   * another service is the next way to write, so neither is one.
   */
  private static int readAfterColon(
      ContactView view, String chars, int serviceEnd, String service, List<Found> found) {
    int i = serviceEnd;
    boolean colon = false;
    while (i < chars.length() && i - serviceEnd < 5 && " :=-".indexOf(chars.charAt(i)) >= 0) {
      colon |= chars.charAt(i) == ':' || chars.charAt(i) == '=';
      i++;
    }
    int end = accountEnd(chars, i);
    if (!colon || end == i || !(isTelling(chars, i, end) || hasCapitalInside(view, i, end))) {
      return serviceEnd;
    }
    if (Services.isName(chars.substring(i, end))) {
      return serviceEnd;
    }
    return readName(view, chars, i, i, service, found);
  }

  /** Returns whether words joined by an underscore begin here, which only names are. */
  private static boolean isJoinedName(String chars, int start) {
    if (start > 0 && Services.isAccountChar(chars.charAt(start - 1))
        || !Character.isLetter(chars.charAt(start))) {
      return false;
    }
    int end = accountEnd(chars, start);
    int sign = chars.substring(start, end).indexOf('_');
    return sign > 0 && sign < end - start - 1;
  }

  /** Returns whether a name has what words don't: a digit, an underscore or a dot inside. */
  private static boolean isTelling(String chars, int start, int end) {
    boolean letter = false;
    boolean sign = false;
    for (int i = start; i < end; i++) {
      char c = chars.charAt(i);
      letter |= c >= 'a' && c <= 'z';
      sign |= c == '_' || c == '.' || (c >= '0' && c <= '9');
    }
    return letter && sign;
  }

  /** Returns whether a name was typed as "AnnaMaria" is, which no word is. */
  private static boolean hasCapitalInside(ContactView view, int start, int end) {
    boolean small = false;
    for (int i = start; i < end; i++) {
      char typed = typed(view, i);
      if (small && Character.isUpperCase(typed)) {
        return true;
      }
      small |= Character.isLowerCase(typed);
    }
    return false;
  }

  private static char typed(ContactView view, int at) {
    Span span = view.text().originalSpan(view.start(at), view.end(at + 1));
    return view.text().original().charAt(span.start());
  }

  private static int accountEnd(String chars, int start) {
    int end = start;
    while (end < chars.length() && end - start < 33 && Services.isAccountChar(chars.charAt(end))) {
      end++;
    }
    while (end > start && chars.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }
}
