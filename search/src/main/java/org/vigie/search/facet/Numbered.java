package org.vigie.search.facet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Different values, each with a number that stays: from 1 as they are met. For any number of
 * threads.
 *
 * @param <T> unchanging, told apart by {@code equals}
 */
final class Numbered<T> {
  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> values = new ArrayList<>();

  /** Returns the number of a value. */
  synchronized int number(T value) {
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    values.add(value);
    numbers.put(value, values.size());
    return values.size();
  }

  /** Returns the value that has a number. */
  synchronized T value(int number) {
    return values.get(number - 1);
  }

  /** Returns the largest number given so far, 0 if there is none. */
  synchronized int largest() {
    return values.size();
  }
}
