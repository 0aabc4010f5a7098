package org.vigie.classifier.sign;

import java.util.List;
import org.vigie.advert.Span;

/**
 * A row of the taxonomy that a text speaks of.
 *
 * @param row id, such as {@code LX-07}
 * @param family the family it is counted with
 * @param polarity what the text does with it
 * @param spans where in the original text; the concepts it rests on, or their sentence
 * @param concepts names of the concepts it rests on; empty where words alone say it
 * @param probability of a sign that is said, how often such a sign is right; of another, that the
 *     text says the family, by the weights alone
 * @param frame name of the frame that says it; empty where the categoriser alone does
 */
public record Sign(
    String row,
    Family family,
    Polarity polarity,
    List<Span> spans,
    List<String> concepts,
    double probability,
    String frame) {
  public Sign {
    spans = List.copyOf(spans);
    concepts = List.copyOf(concepts);
  }
}
