package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.List;

/** The numbers of one text that are said in words, as phones are, and are no country's phone. */
final class UnplacedNumbers {
  /** An advert spells one or two. */
  private static final int MOST = 4;

  /** With a country's code and two noughts before it. */
  private static final int LONGEST = 15;

  /** Counts and placeholders repeat one digit or two. */
  private static final int LEAST_DIFFERENT = 4;

  private final List<String> numbers = new ArrayList<>();

  void add(String digits) {
    if (numbers.size() < MOST
        && digits.length() <= LONGEST
        && digits.chars().distinct().count() >= LEAST_DIFFERENT) {
      numbers.add(digits);
    }
  }

  List<String> all() {
    return List.copyOf(numbers);
  }
}
