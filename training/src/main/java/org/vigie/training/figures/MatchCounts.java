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

  String inWords() {
    return String.format(
        Locale.ROOT,
        "%d labelled, precision %.3f, recall %.3f",
        labelled,
        (double) right / Math.max(1, found),
        (double) right / Math.max(1, labelled));
  }
}
