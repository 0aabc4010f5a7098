package org.vigie.capture.extract.link;

import java.util.Locale;

/** The {@code Link} header of an answer (RFC 8288). */
public final class LinkHeader {
  private LinkHeader() {}

  /** Returns the target of the first link with a relation, or empty. */
  public static String target(String header, String relation) {
    int start = header.indexOf('<');
    while (start >= 0) {
      int end = header.indexOf('>', start);
      if (end < 0) {
        return "";
      }
      int following = header.indexOf('<', end);
      String parameters = following < 0 ? header.substring(end) : header.substring(end, following);
      if (hasRelation(parameters, relation)) {
        return header.substring(start + 1, end).strip();
      }
      start = following;
    }
    return "";
  }

  private static boolean hasRelation(String parameters, String relation) {
    String lower = parameters.toLowerCase(Locale.ROOT);
    int rel = lower.indexOf("rel=");
    if (rel < 0) {
      return false;
    }
    int end = lower.indexOf(';', rel);
    String value = lower.substring(rel + "rel=".length(), end < 0 ? lower.length() : end);
    for (String word : value.replace('"', ' ').replace(',', ' ').strip().split(" ")) {
      if (word.equals(relation)) {
        return true;
      }
    }
    return false;
  }
}
