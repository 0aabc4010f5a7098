package org.vigie.capture.extract.offer;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.content.ReachLinks;
import org.vigie.capture.extract.content.TelephoneShape;

/**
 * How to reach somebody, as one part of a page says it: numbers by their digits, addresses and
 * names in lower case. It tells whether parts are of different people; see {@link TelephoneShape}.
 */
final class PartContacts {
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ().\\u00a0\\u202f-]{6,22}\\d");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w.+-])[\\w.+-]{0,40}@[\\w-]{2,40}(?:\\.[\\w-]{2,40}){0,4}");

  private static final Pattern ALL = Pattern.compile(NUMBER.pattern() + "|" + NAME.pattern());

  /** Digits by which a number is known, with or without its country. */
  private static final int LAST_DIGITS = 8;

  private static final int MAX_EACH = 20;

  private PartContacts() {}

  /** Returns the contacts of a part, in the order in which it says them. */
  static Set<String> of(Element part, String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher said = ALL.matcher(text);
    while (found.size() < MAX_EACH && said.find()) {
      add(said.group(), found);
    }
    new TreeMap<>(ReachLinks.in(part)).values().forEach(link -> add(link, found));
    MessengerLinks.of(part).forEach(link -> found.add(link.toLowerCase(Locale.ROOT)));
    return found;
  }

  private static void add(String said, Set<String> found) {
    if (said.indexOf('@') >= 0) {
      found.add(said.toLowerCase(Locale.ROOT));
    } else if (TelephoneShape.isIn(said)) {
      String digits = said.replaceAll("\\D", "");
      found.add(digits.substring(Math.max(0, digits.length() - LAST_DIGITS)));
    }
  }

  /** Returns a text without what looks like a contact in it. */
  static String without(String text) {
    return ALL.matcher(text).replaceAll(" ");
  }

  /** Returns whether parts are of different people: hardly any contact stands in two of them. */
  static boolean differ(Collection<Set<String>> parts) {
    List<Set<String>> told = parts.stream().filter(part -> !part.isEmpty()).toList();
    Map<String, Integer> seen = new HashMap<>();
    told.forEach(part -> part.forEach(contact -> seen.merge(contact, 1, Integer::sum)));
    long alone =
        told.stream()
            .filter(part -> part.stream().allMatch(one -> seen.getOrDefault(one, 0) == 1))
            .count();
    return alone >= 2 && 5 * alone >= 4 * told.size();
  }
}
