package org.vigie.training.figures;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Counts of what was found beside what is there. */
final class MatchCounts {
  private int right;
  private int found;
  private int labelled;

  void add(Collection<?> truth, Collection<?> findings) {
    Set<Object> both = new HashSet<>(findings);
    both.retainAll(truth);
    right += both.size();
    found += findings.size();
    labelled += truth.size();
  }

  /** Returns the harmonic mean of precision and recall. */
  double f1() {
    return 2.0 * right / Math.max(1, found + labelled);
  }

  int labelled() {
    return labelled;
  }

  /** Returns the share of what was found that is there. */
  double precision() {
    return (double) right / Math.max(1, found);
  }

  /** Returns the share of what is there that was found. */
  double recall() {
    return (double) right / Math.max(1, labelled);
  }

  String inWords() {
    return String.format(
        Locale.ROOT, "%d labelled, precision %.3f, recall %.3f", labelled, precision(), recall());
  }
}
