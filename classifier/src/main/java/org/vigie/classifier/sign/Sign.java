package org.vigie.classifier.sign;

import java.util.ArrayList;
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

  /** Returns the main row of a family, said by a whole stretch of a text. */
  static Sign of(
      SignSampler.Read read, SignUnit unit, Family family, Concepts known, double probability) {
    List<String> names =
        read.sentences().subList(unit.first(), unit.last() + 1).stream()
            .flatMap(sentence -> sentence.hits().stream())
            .map(hit -> known.names().get(hit.concept()))
            .distinct()
            .toList();
    return new Sign(
        family.mainRow(),
        family,
        Polarity.SAID,
        read.reading().text().spans(unit.first(), unit.last()),
        names,
        probability,
        "");
  }

  /** Returns the row of a frame, as said where it was found. */
  static Sign of(
      SignSampler.Read read,
      Frames.Finding finding,
      Family family,
      Concepts known,
      double probability) {
    List<Span> spans = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (ConceptHit hit : finding.hits()) {
      Span span = read.reading().text().span(hit.first(), hit.last());
      if (spans.isEmpty() || span.start() >= spans.getLast().end()) {
        spans.add(span);
      }
      names.add(known.names().get(hit.concept()));
    }
    Frames.Frame frame = finding.frame();
    return new Sign(frame.row(), family, Polarity.SAID, spans, names, probability, frame.name());
  }

  /** Returns the same with another thing that the text does with it. */
  Sign with(Polarity other) {
    return new Sign(row, family, other, spans, concepts, probability, frame);
  }
}
