package org.vigie.training.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.ContentId;
import org.vigie.classifier.risk.AdvertReader;
import org.vigie.classifier.risk.Head;

/**
 * Ordinary adverts of another place than the labelled ones, in three parts that share no repost.
 *
 * <p>A model that has only seen labelled adverts takes whatever is unlike them for risky: without
 * this it called 29 of 100 ordinary Irish classifieds so.
 *
 * @param training trained on, as ordinary
 * @param tuning kept out of training, to bound how many are called risky
 * @param measuring kept out of both, to count how many are
 */
record Background(TrainingSet training, TrainingSet tuning, TrainingSet measuring) {
  /** Ordinary adverts that are taken from beside the labelled data, if they are there. */
  static final String FILE = "classifieds_ie_dev.jsonl.gz";

  /** A repost begins like its original. */
  private static final int KEY_LENGTH = 60;

  /** About fifty words. */
  private static final int SHORT_LENGTH = 300;

  static Background besides(Path data, AdvertReader reader) throws IOException {
    Path file = data.resolveSibling(FILE);
    List<List<LabelledAdvert>> parts =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (Files.exists(file)) {
      for (LabelledAdvert advert : LabelledAdverts.read(file)) {
        parts.get(partOf(advert.text())).add(advert);
        parts.get(partOf(advert.text())).add(shortened(advert));
      }
    }
    return new Background(
        TrainingSet.of(parts.get(0), reader),
        TrainingSet.of(parts.get(1), reader),
        TrainingSet.of(parts.get(2), reader));
  }

  /**
   * Many adverts elsewhere are short, the labelled ones are not: the beginning alone counts too.
   */
  private static LabelledAdvert shortened(LabelledAdvert advert) {
    String text = advert.text().substring(0, Math.min(SHORT_LENGTH, advert.text().length()));
    int end = text.lastIndexOf(' ');
    return new LabelledAdvert(
        advert.id() + "-short",
        advert.risk(),
        advert.group(),
        end > 0 ? text.substring(0, end) : text);
  }

  /** One in eight is trained on: more of them would only teach the model to tell places apart. */
  private static int partOf(String text) {
    String key = ContentId.of("", text.substring(0, Math.min(KEY_LENGTH, text.length())));
    int eighth = Integer.parseInt(key.substring(0, 4), 16) % 8;
    return eighth == 0 ? 0 : eighth < 4 ? 1 : 2;
  }

  /** Returns whether an advert of the file is one of those trained on. */
  static boolean isTrainedOn(String text) {
    return partOf(text) == 0;
  }

  /** Returns the adverts trained on, without those that bound or count false alarms. */
  Background withTrainingAlone() {
    TrainingSet empty = new TrainingSet(List.of(), List.of());
    return new Background(training, empty, empty);
  }

  /** Returns the same adverts with the features that one head weighs. */
  Background of(Head head) {
    return new Background(training.of(head), tuning.of(head), measuring.of(head));
  }

  /** Returns the background of adverts that nothing ordinary of elsewhere is like. */
  static Background none() {
    TrainingSet empty = new TrainingSet(List.of(), List.of());
    return new Background(empty, empty, empty);
  }
}
