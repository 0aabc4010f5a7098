package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.ContactType;
import org.vigie.classifier.digit.UnspacedNumbers;

/** Finds e-mail addresses in a view whose signs are plain. */
final class EmailFinder {
  /** RFC 5321, section 4.5.3.1. */
  private static final int MAX_LOCAL = 64;

  private static final int MAX_DOMAIN = 255;

  private EmailFinder() {}

  static List<Found> in(ContactView view) {
    List<Found> found = new ArrayList<>();
    String chars = view.chars();
    int floor = 0;
    for (int at = chars.indexOf('@'); at >= 0; at = chars.indexOf('@', at + 1)) {
      int start = at;
      while (start > floor && at - start < MAX_LOCAL && isLocalChar(chars.charAt(start - 1))) {
        start--;
      }
      while (start < at && !Character.isLetterOrDigit(chars.charAt(start))) {
        start++;
      }
      int end = endOfHost(chars, at + 1);
      if (isLocal(chars, start, at) && Hosts.isPublic(chars.substring(at + 1, end))) {
        String value = chars.substring(start, end);
        found.add(Found.of(view, ContactType.EMAIL, value, start, end, 0));
        floor = end;
      }
    }
    return found;
  }

  /** Returns where the host ends; a case's ending, as in "example.org-ra", is no part of it. */
  private static int endOfHost(String chars, int start) {
    int end = Hosts.endOf(chars, start, MAX_DOMAIN);
    String host = chars.substring(start, end); // looking back beyond it costs as much as the text
    int latin = host.lastIndexOf('.') + 1;
    while (latin > 0 && latin < host.length() && host.charAt(latin) < 'z' + 1) {
      latin++;
    }
    if (latin > 0 && latin < host.length() && UnspacedNumbers.mayHold(host.charAt(latin))) {
      String before = host.substring(0, latin); // Chinese has no space behind an address
      return Hosts.isPublic(before) ? start + latin : end;
    }
    int hyphen = host.lastIndexOf('-');
    boolean inLastLabel = hyphen > host.lastIndexOf('.') && hyphen > 0;
    return inLastLabel && !Hosts.isPublic(host) ? start + hyphen : end;
  }

  /**
   * Returns whether a name is there, no dot beside another or before the sign (RFC 5321, 4.1.2).
   */
  private static boolean isLocal(String chars, int start, int at) {
    boolean dotted = start < at && chars.charAt(at - 1) == '.';
    for (int i = start + 1; i < at; i++) {
      dotted |= chars.charAt(i) == '.' && chars.charAt(i - 1) == '.';
    }
    return start < at && !dotted;
  }

  private static boolean isLocalChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "._%+-".indexOf(c) >= 0;
  }
}
