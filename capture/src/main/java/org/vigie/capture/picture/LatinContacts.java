package org.vigie.capture.picture;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    boolean contact = DIGITS.matcher(text).find() || text.contains("@") || text.contains("/");
    return contact
        && text.codePoints()
            .filter(Character::isLetter)
            .anyMatch(letter -> UnicodeScript.of(letter) != UnicodeScript.LATIN);
  }

  /**
   * Returns a text with the contacts of another reading of the same picture: numbers in the place
   * of the lines that are nothing but a number, if there are as many, and others at the end.
   *
   * @param text as it was read with the letters of its language
   * @param latin the same as it was read with Latin letters alone
   */
  static String with(String text, String latin) {
    List<String> numbers =
        NUMBER
            .matcher(latin)
            .results()
            .map(MatchResult::group)
            .filter(LatinContacts::isLong)
            .toList();
    List<String> lines = new ArrayList<>(text.lines().toList());
    List<Integer> places =
        IntStream.range(0, lines.size())
            .filter(i -> NUMBER_ALONE.matcher(lines.get(i)).matches())
            .boxed()
            .toList();
    if (places.size() == numbers.size()) {
      for (int i = 0; i < places.size(); i++) {
        lines.set(places.get(i), numbers.get(i));
      }
    } else if (!numbers.isEmpty()) {
      lines.removeIf(line -> NUMBER_ALONE.matcher(line).matches() && !numbers.contains(line));
    }
    String kept = String.join("\n", lines);
    Stream.concat(numbers.stream(), NAME.matcher(latin).results().map(MatchResult::group))
        .filter(contact -> !kept.contains(contact))
        .distinct()
        .forEach(lines::add);
    return String.join("\n", lines);
  }

  private static boolean isLong(String number) {
    return NO_DIGIT.matcher(number).replaceAll("").length() >= LEAST_DIGITS;
  }
}
