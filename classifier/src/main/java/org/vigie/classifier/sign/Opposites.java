package org.vigie.classifier.sign;

import java.util.Arrays;
import java.util.List;

/** Concepts that say the contrary of others, and those that deny. */
final class Opposites {
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("pay", "not-pay"),
          List.of("allow", "not-allow"),
          List.of("give-back", "not-give-back"),
          List.of("leave", "cannot-leave"),
          List.of("contract", "no-contract"),
          List.of("visa", "without-visa"));

  private static final List<String> DENYING = List.of("not", "never", "without");

  private final int[] negatives;
  private final boolean[] denies;

  Opposites(Concepts concepts) {
    negatives = new int[concepts.names().size()];
    denies = new boolean[concepts.names().size()];
    Arrays.fill(negatives, -1);
    for (List<String> pair : PAIRS) {
      int positive = concepts.concept(pair.get(0));
      if (positive >= 0) {
        negatives[positive] = concepts.concept(pair.get(1));
      }
    }
    for (String name : DENYING) {
      int concept = concepts.concept(name);
      if (concept >= 0) {
        denies[concept] = true;
      }
    }
  }

  /** Returns the concept that says the contrary, or -1. */
  int negativeOf(int concept) {
    return negatives[concept];
  }

  /** Returns whether a concept denies what stands beside it. */
  boolean denies(int concept) {
    return denies[concept];
  }
}
