package org.vigie.training.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Outcome;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.classifier.risk.AdvertReader;
import org.vigie.classifier.risk.Feature;
import org.vigie.classifier.risk.RiskModel;

/** Counts the ordinary adverts that a model calls risky. */
final class FalseAlarms {
  private final RiskModel model;
  private final AdvertReader reader;
  private final LanguageIdentifier identifier = new LanguageIdentifier();

  FalseAlarms(RiskModel model, AdvertReader reader) {
    this.model = model;
    this.reader = reader;
  }

  /**
   * What came of one file.
   *
   * @param file its name
   * @param adverts number of adverts in it
   * @param understood how many the model had something to say of
   * @param flagged how many it called risky
   */
  record Count(String file, int adverts, int understood, int flagged) {}

  /** Returns the counts of the background kept for it, and of a file if it is there. */
  List<Count> count(Background background, Path file) throws IOException {
    List<Count> counts = new ArrayList<>();
    TrainingSet measuring = background.measuring();
    if (measuring.size() > 0) {
      counts.add(count(Background.FILE + " (half, kept apart)", measuring.adverts()));
    }
    if (Files.exists(file)) {
      counts.add(count(file.getFileName().toString(), LabelledAdverts.read(file)));
    }
    return counts;
  }

  private Count count(String name, List<LabelledAdvert> adverts) {
    int understood = 0;
    int flagged = 0;
    for (LabelledAdvert advert : adverts) {
      List<Feature> features = reader.features(advert.text());
      if (model.understands(identifier.identify(advert.text(), ""), features)) {
        understood++;
        flagged += model.outcomeOf(features) == Outcome.RISK ? 1 : 0;
      }
    }
    return new Count(name, adverts.size(), understood, flagged);
  }
}
