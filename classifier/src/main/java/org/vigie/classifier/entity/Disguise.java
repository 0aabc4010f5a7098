package org.vigie.classifier.entity;

import org.vigie.text.NormalizedText;
import org.vigie.text.Trace;

/** Counts what normalisation had to undo in a stretch of text. */
final class Disguise {
  private Disguise() {}

  /** Returns the number of different steps; digits of another script alone are none. */
  static int of(NormalizedText text, int start, int end) {
    return Trace.steps(text.traces(start, end));
  }
}
