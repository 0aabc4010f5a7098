package org.vigie.classifier.name;

import java.util.Collection;
import java.util.Set;

/**
 * How many names were found: one counts if its span is right to the character.
 *
 * @param right names found where one stands
 * @param found names found
 * @param labelled names that stand there
 */
record NameScore(int right, int found, int labelled) {
  static NameScore none() {
    return new NameScore(0, 0, 0);
  }

  <T> NameScore plus(Collection<T> foundSpans, Set<T> truth) {
    int same = (int) foundSpans.stream().filter(truth::contains).count();
    return new NameScore(right + same, found + foundSpans.size(), labelled + truth.size());
  }

  NameScore plus(NameScore other) {
    return new NameScore(right + other.right, found + other.found, labelled + other.labelled);
  }

  double precision() {
    return found == 0 ? 0 : (double) right / found;
  }

  double recall() {
    return labelled == 0 ? 0 : (double) right / labelled;
  }

  double f1() {
    return 2.0 * right / Math.max(1, found + labelled);
  }
}
