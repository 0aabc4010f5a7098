package org.vigie.pipeline.cluster;

import java.util.Map;

/** On which side of rulings the adverts of a set are: ruling → side. */
final class Sides {
  /** Of an advert that is set apart. */
  static final int OUT = 1;

  /** Of an advert of the cluster that it left. */
  static final int IN = 2;

  /** Of an advert that belongs with none. */
  static final int ALONE = 3;

  private Sides() {}

  /** Returns whether two sets must not become one: a cannot-link (Wagstaff et al. 2001). */
  static boolean clash(Map<String, Integer> one, Map<String, Integer> other) {
    return isAlone(one) || isAlone(other) || part(one, other);
  }

  /** Returns whether a ruling has two sets on different sides. */
  static boolean part(Map<String, Integer> one, Map<String, Integer> other) {
    return one.entrySet().stream()
        .anyMatch(
            side -> !side.getValue().equals(other.getOrDefault(side.getKey(), side.getValue())));
  }

  static boolean isAlone(Map<String, Integer> sides) {
    return sides.containsValue(ALONE);
  }
}
