package org.vigie.classifier.sign;

import org.jspecify.annotations.Nullable;

/**
 * What a network reads in a text, asked only where it can matter: a short text as a whole, since
 * what a sentence means stands in those beside it, and a long one stretch by stretch.
 */
final class SequenceReading {
  private static final int FEW_WORDS = 12;

  private final SequenceModel model;
  private final SignSampler sampler;
  private final SignSampler.Read read;
  private float @Nullable [] ofWhole;
  private @Nullable SignUnit last;
  private float[] ofLast = {};

  SequenceReading(SequenceModel model, SignSampler sampler, SignSampler.Read read) {
    this.model = model;
    this.sampler = sampler;
    this.read = read;
  }

  /** Returns the text. */
  SignSampler.Read text() {
    return read;
  }

  /** Returns whether there is anything to read. */
  boolean hasWords() {
    return !read.reading().text().tokens().isEmpty();
  }

  /** Returns whether a text has few words to be sure by; what misleads takes more of them. */
  boolean hasFewWords() {
    return read.reading().text().words() <= FEW_WORDS;
  }

  /** Returns whether a text is short and read to its end, and so as a whole. */
  boolean isReadWhole() {
    return SignUnit.isShort(read) && SignSteps.fits(read);
  }

  /** Returns the log-odds of each outcome of the network for the whole text. */
  float[] ofWhole() {
    if (ofWhole == null) {
      ofWhole = model.logOdds(sampler.steps(read, 0, read.sentences().size() - 1));
    }
    return ofWhole;
  }

  /** Returns the log-odds of each outcome of the network for a stretch by itself. */
  float[] of(SignUnit unit) {
    if (unit.whole()) {
      return ofWhole();
    }
    if (unit != last) {
      last = unit;
      ofLast = model.logOdds(sampler.steps(read, unit.first(), unit.last()));
    }
    return ofLast;
  }
}
