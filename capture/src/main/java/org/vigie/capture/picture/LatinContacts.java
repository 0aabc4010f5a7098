package org.vigie.capture.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers and addresses that are read anew among letters of other scripts. Tesseract orders the
 * groups of a number as the words around it, from right to left, and takes signs for letters.
 */
final class LatinContacts {
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ().-]{5,24}\\d");

  private static final Pattern NAME =
      Pattern.compile("(?:https?://|www\\.|\\w{1,20}\\.\\w{2,10}/)[^\\s]{1,200}|@\\w{4,40}");

  /** A line of a number and nothing else. */
  private static final Pattern NUMBER_ALONE = Pattern.compile("[\\d\\s+*().-]+");

  private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
  private static final Pattern DIGITS = Pattern.compile("\\d[\\d ().+-]{4,}");
  private static final int LEAST_DIGITS = 7;

  private LatinContacts() {}

  /** Returns whether there is something in a text that is worth reading again. */
  static boolean mayBeIn(String text) {
    return DIGITS.matcher(text).find() || text.contains("@") || text.contains("/");
  }

  /**
   * Returns a text with the contacts of another reading of the same picture, a line each.
   *
   * @param text as it was read with the letters of its language
   * @param latin the same as it was read with Latin letters alone
   */
  static String with(String text, String latin) {
    List<String> numbers = new ArrayList<>();
    Matcher number = NUMBER.matcher(latin);
    while (number.find()) {
      if (NO_DIGIT.matcher(number.group()).replaceAll("").length() >= LEAST_DIGITS) {
        numbers.add(number.group());
      }
    }
    List<String> lines = new ArrayList<>();
    text.lines()
        .filter(line -> numbers.isEmpty() || !NUMBER_ALONE.matcher(line).matches())
        .forEach(lines::add);
    Matcher name = NAME.matcher(latin);
    List<String> found = new ArrayList<>(numbers);
    while (name.find()) {
      found.add(name.group());
    }
    String kept = String.join("\n", lines);
    found.stream().filter(contact -> !kept.contains(contact)).distinct().forEach(lines::add);
    return String.join("\n", lines);
  }
}
