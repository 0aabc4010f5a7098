package org.vigie.training.name;

import java.util.Collection;
import java.util.Set;

/**
 * How many names were found: one counts if its span is right to the character.
 *
 * @param right names found where one stands
 * @param found names found
 * @param labelled names that stand there
 */
public record NameScore(int right, int found, int labelled) {
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

  /** Returns the share of names found that are right; 0 if none is. */
  public double precision() {
    return found == 0 ? 0 : (double) right / found;
  }

  /** Returns the share of names found of those that stand there; 0 if none does. */
  public double recall() {
    return labelled == 0 ? 0 : (double) right / labelled;
  }

  /** Returns the harmonic mean of both; 0 if none is right. */
  public double f1() {
    return 2.0 * right / Math.max(1, found + labelled);
  }
}
