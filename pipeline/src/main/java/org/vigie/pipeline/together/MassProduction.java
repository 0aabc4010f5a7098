package org.vigie.pipeline.together;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vigie.advert.Finding;
import org.vigie.advert.IndicatorIds;
import org.vigie.classifier.Taxonomy;

/**
 * Tells texts that were produced in a mass from those that people write ({@code OA-10}, over
 * several adverts): each is worded by itself, and yet all are of one length.
 *
 * <p>A template leaves copies, and who writes by hand writes now more, now less: of employers with
 * ten adverts of their own wording the lengths varied by 20 % at least
 * (docs/explanation/pipeline.md). A generator that is asked for so many words gives as many, each
 * time in others. A site's limit makes texts alike in length, too, so the lengths of others there
 * must vary.
 */
final class MassProduction {
  static final String GENERATED = IndicatorIds.GENERATED_ADVERT;

  private static final int FEWEST_TEXTS = 10;
  private static final int FEWEST_WORDS = 30;
  private static final int FEWEST_OTHERS = 50;

  /** Of the texts; where more are copies there is a template. */
  private static final double OWN_WORDING = 0.9;

  /** Standard deviation in the mean. */
  private static final double LEAST_VARIED = 0.1;

  private static final int TIMES_AS_VARIED = 3;

  private final Taxonomy taxonomy;

  MassProduction(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  Optional<SharedSign> in(ContactReading reading) {
    List<ComparedText> texts =
        longEnough(reading.adverts().stream().map(ComparedText::of).toList());
    List<ComparedText> own = ComparedText.ofOwnWording(texts, List.of(), texts.size());
    double variation = variation(own);
    if (own.size() < FEWEST_TEXTS
        || own.size() < OWN_WORDING * texts.size()
        || variation > LEAST_VARIED) {
      return Optional.empty(); // before a thousand others are taken apart
    }
    List<ComparedText> others =
        longEnough(reading.others().stream().map(ComparedText::of).toList());
    double usual = variation(others);
    boolean found = others.size() >= FEWEST_OTHERS && usual >= TIMES_AS_VARIED * variation;
    return found ? Optional.of(finding(own, variation, others, usual)) : Optional.empty();
  }

  private SharedSign finding(
      List<ComparedText> own, double variation, List<ComparedText> others, double usual) {
    var lengths = own.stream().mapToInt(ComparedText::words).summaryStatistics();
    Finding found =
        Finding.of("even-lengths")
            .with("texts", own.size())
            .with("least", lengths.getMin())
            .with("most", lengths.getMax())
            .with("varied", Math.round(100 * variation))
            .with("others", others.size())
            .with("usual", Math.round(100 * usual));
    return new SharedSign(
        taxonomy.indicator(GENERATED, List.of(), found),
        own.stream().map(ComparedText::advert).toList(),
        List.of());
  }

  private static List<ComparedText> longEnough(List<ComparedText> texts) {
    return texts.stream().filter(text -> text.words() >= FEWEST_WORDS).toList();
  }

  /** Returns the standard deviation of the numbers of words in their mean; 0 of no texts. */
  private static double variation(Collection<ComparedText> texts) {
    double mean = texts.stream().mapToInt(ComparedText::words).average().orElse(0);
    double variance =
        texts.stream()
            .mapToDouble(text -> (text.words() - mean) * (text.words() - mean))
            .average()
            .orElse(0);
    return mean == 0 ? 0 : Math.sqrt(variance) / mean;
  }
}
