package org.vigie.training.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.risk.AdvertReader;
import org.vigie.classifier.risk.Head;

/**
 * A recruitment model that was trained on half of the labelled campaigns, beside the other half.
 *
 * <p>It is trained as the published one is, but that its adverts' other half is new to it: what a
 * disguise takes away can't be made up for by having learnt the advert.
 */
public final class HalfModel {
  private static final int HALVES = 2;
  private static final long SEED = 1;

  private final AdvertReader reader;
  private final Head head;
  private final CrossValidation.Fitted fitted;
  private final List<String> risky;

  private HalfModel(
      AdvertReader reader, Head head, CrossValidation.Fitted fitted, List<String> risky) {
    this.reader = reader;
    this.head = head;
    this.fitted = fitted;
    this.risky = risky;
  }

  /**
   * Trains on half of a file.
   *
   * @param models the models folder, whose taxonomy and lexicons give the indicators
   * @param data labelled adverts, JSON Lines with id, label (0 or 1), group and text
   */
  public static HalfModel of(Path models, Path data) throws IOException {
    AdvertReader reader = new AdvertReader(models, Taxonomy.load(models));
    TrainingSet all = TrainingSet.of(LabelledAdverts.read(data), reader);
    Head head = all.sectioned().size() == all.size() ? Head.SECTIONED : Head.PLAIN;
    Background background =
        head == Head.PLAIN ? Background.besides(data, reader) : Background.none();
    TrainingSet set = all.of(head);
    int[] halfOf = GroupedFolds.of(set.adverts(), HALVES, SEED);
    CrossValidation validation = RiskTraining.withDefaults().validation(head, background);
    List<String> risky = new ArrayList<>();
    for (LabelledAdvert advert : set.part(halfOf, 1, true).adverts()) {
      if (advert.risk()) {
        risky.add(advert.text());
      }
    }
    return new HalfModel(
        reader, head, validation.fit(set.part(halfOf, 0, true)), List.copyOf(risky));
  }

  /** Returns the texts of the other half that are labelled as risky. */
  public List<String> riskyOfOtherHalf() {
    return risky;
  }

  /** Returns whether a text is called risky, at the threshold chosen inside the first half. */
  public boolean isCalledRisky(String text) {
    return fitted.weights().score(head.weighed(reader.features(text))) >= fitted.threshold();
  }
}
