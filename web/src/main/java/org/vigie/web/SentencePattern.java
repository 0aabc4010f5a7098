package org.vigie.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sentence with places that vary, and how it is told.
 *
 * <p>A place has a letter and a digit in braces: {@code {n1}} is a number; {@code {w1}} a word;
 * {@code {x1}} anything, which stays as it is; {@code {s1}} a part that is told as a sentence of
 * its own. A place ends where the words after it stand first: no choice is taken back, so that the
 * time grows with the length of what is read.
 *
 * @param parts words, and the names of places, in turn; words first, perhaps empty
 * @param told how it is told
 */
record SentencePattern(List<String> parts, String told) {
  SentencePattern {
    parts = List.copyOf(parts);
  }

  /**
   * Reads a pattern.
   *
   * @param place where it is written
   * @throws IllegalArgumentException if a brace is left open, a letter unknown, or a place told
   *     that isn't there
   */
  static SentencePattern of(String english, String told, String place) {
    List<String> parts = parts(english, place);
    List<String> named = names(parts);
    for (String name : names(parts(told, place))) {
      if (!named.contains(name)) {
        throw new IllegalArgumentException(
            "%s tells {%s}, which must stand in its sentence, but doesn't".formatted(place, name));
      }
    }
    return new SentencePattern(parts, told);
  }

  private static List<String> parts(String text, String place) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      parts.add(text.substring(from, open));
      String name = text.substring(open + 1, Math.min(open + 3, text.length()));
      boolean known =
          name.length() == 2
              && "nwxs".indexOf(name.charAt(0)) >= 0
              && Character.isDigit(name.charAt(1))
              && text.startsWith("}", open + 3);
      if (!known) {
        throw new IllegalArgumentException(
            "%s must have places such as {n1}, {w1}, {x1} or {s1}, but has another at character %d"
                .formatted(place, open + 1));
      }
      parts.add(name);
      from = open + 4;
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static List<String> names(List<String> parts) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i < parts.size(); i += 2) {
      names.add(parts.get(i));
    }
    return names;
  }

  /** Returns whether a place is to be told as a sentence. */
  static boolean isSentence(String name) {
    return name.charAt(0) == 's';
  }

  /** Returns what stands in each place of a text, if it is this sentence. */
  Optional<Map<String, String>> match(String text) {
    if (!text.startsWith(parts.getFirst()) || !text.endsWith(parts.getLast())) {
      return Optional.empty();
    }
    Map<String, String> found = new HashMap<>();
    int last = text.length() - parts.getLast().length();
    int at = parts.getFirst().length();
    for (int i = 1; i < parts.size(); i += 2) {
      String after = parts.get(i + 1);
      int end = i + 2 == parts.size() ? last : text.indexOf(after, at);
      if (end <= at || end > last || !fits(parts.get(i), text.substring(at, end))) {
        return Optional.empty();
      }
      found.put(parts.get(i), text.substring(at, end));
      at = end + after.length();
    }
    return Optional.of(found);
  }

  private static boolean fits(String name, String value) {
    return switch (name.charAt(0)) {
      case 'n' -> value.chars().allMatch(c -> Character.isDigit(c) || "+-.,".indexOf(c) >= 0);
      case 'w' -> value.chars().noneMatch(Character::isWhitespace);
      default -> true;
    };
  }

  /** Returns the sentence as it is told. */
  String fill(Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int open = told.indexOf('{'); open >= 0; open = told.indexOf('{', from)) {
      filled
          .append(told, from, open)
          .append(values.getOrDefault(told.substring(open + 1, open + 3), ""));
      from = open + 4;
    }
    return filled.append(told.substring(from)).toString();
  }
}
