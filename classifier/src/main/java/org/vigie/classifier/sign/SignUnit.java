package org.vigie.classifier.sign;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of sentences that is judged together: the whole of a short text, and of a long one each
 * sentence by itself and with the next, since what is said is often said in two breaths.
 *
 * @param first index of its first sentence
 * @param last index of its last sentence
 * @param whole whether it is the whole text
 * @param sums what its features say of each outcome, in units of {@link SignModel#scales}
 */
record SignUnit(int first, int last, boolean whole, int[] sums) {
  /** Texts of up to so many words are judged as a whole. */
  private static final int SHORT = 70;

  /** Sentences beyond these are judged one by one. */
  private static final int MAX_SENTENCES = 200;

  /** Returns what the whole text says of each outcome, and no stretch of it. */
  static SignUnit whole(SignSampler.Read read, SignModel model) {
    int[] sums = new int[model.outcomes().size()];
    for (SignSampler.Sentence sentence : read.sentences()) {
      model.add(sentence.all(), sums);
    }
    return new SignUnit(0, read.sentences().size() - 1, true, sums);
  }

  /**
   * Returns the stretches of a text.
   *
   * @param whole the text as a whole
   */
  static List<SignUnit> of(SignSampler.Read read, SignUnit whole, SignModel model) {
    if (read.reading().text().words() <= SHORT) {
      return List.of(whole);
    }
    List<SignUnit> units = new ArrayList<>();
    int[] next = sums(read, 0, model);
    for (int i = 0; i <= whole.last(); i++) {
      int[] sums = next;
      units.add(new SignUnit(i, i, false, sums));
      if (i < whole.last()) {
        next = sums(read, i + 1, model);
        if (i < MAX_SENTENCES) {
          units.add(new SignUnit(i, i + 1, false, together(sums, next)));
        }
      }
    }
    return units;
  }

  private static int[] sums(SignSampler.Read read, int sentence, SignModel model) {
    int[] sums = new int[model.outcomes().size()];
    model.add(read.sentences().get(sentence).all(), sums);
    return sums;
  }

  private static int[] together(int[] one, int[] other) {
    int[] sums = one.clone();
    for (int k = 0; k < sums.length; k++) {
      sums[k] += other[k];
    }
    return sums;
  }

  /** Returns whether one of some concepts stands in the stretch. */
  boolean holds(long[] concepts, SignSampler.Read read) {
    for (int i = first; i <= last; i++) {
      for (ConceptHit hit : read.sentences().get(i).hits()) {
        if (Frames.has(concepts, hit.concept())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns what frames say in the stretch. */
  List<Frames.Finding> findings(SignSampler.Read read) {
    List<Frames.Finding> findings = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      findings.addAll(read.sentences().get(i).findings());
    }
    return findings;
  }
}
