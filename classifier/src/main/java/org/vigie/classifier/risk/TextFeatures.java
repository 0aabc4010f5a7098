package org.vigie.classifier.risk;

import java.util.List;
import org.vigie.advert.Span;

/** Features of one text that all have the same value, numbered from 0 in order of appearance. */
interface TextFeatures {
  int count();

  /** Returns their {@linkplain FeatureHash hashes} by number, and others behind them. */
  long[] hashes();

  /** Returns how much of each there is, above 0 if there are any. */
  double value();

  String name(int feature);

  /** Returns where a feature stands first in the original text, a few times at most. */
  List<Span> spans(int feature);
}
