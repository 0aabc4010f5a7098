package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vigie.advert.Indicator;
import org.vigie.classifier.Taxonomy;

/** Turns bare texts into features by the same steps that an advert of the stream goes through. */
public final class AdvertReader {
  private final TextReader textReader;
  private final RiskFeatures riskFeatures;

  public AdvertReader(Path models, Taxonomy taxonomy) throws IOException {
    this.textReader = new TextReader(models, taxonomy);
    this.riskFeatures = RiskFeatures.load(models);
  }

  /** Returns whether a text may concern a minor. */
  public boolean isMinorRisk(String body) {
    return textReader.read(body).indicators().stream().anyMatch(Indicator::minorRisk);
  }

  /** Returns the features of a text; where those of its words stand is left out. */
  public List<Feature> features(String body) {
    return features(textReader.read(body));
  }

  List<Feature> features(TextReader.Read read) {
    return riskFeatures.of(
        read.advert(), read.text(), read.words(), read.contacts(), read.indicators());
  }
}
