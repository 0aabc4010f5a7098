package org.vigie.classifier.sign;

import java.util.List;
import java.util.Map;
import org.vigie.advert.Genre;

/**
 * What tells the kind of a text, by the weights of the model of signs.
 *
 * @param told the kind that was told
 * @param odds kind → its log-odds, each against not being of it
 * @param sentences what each sentence, in order, adds to the log-odds of the kind that was told
 * @param byWeights whether the weights alone tell that kind; else the networks beside them did
 */
public record KindWeights(
    Genre told, Map<Genre, Double> odds, List<Double> sentences, boolean byWeights) {
  public KindWeights {
    odds = Map.copyOf(odds);
    sentences = List.copyOf(sentences);
  }
}
