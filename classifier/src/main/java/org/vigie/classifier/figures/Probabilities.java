package org.vigie.classifier.figures;

import java.io.IOException;
import java.time.Instant;
import org.vigie.advert.Advert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Outcome;
import org.vigie.classifier.AdvertAssessor;

/** What is made of a bare text by the same steps that an advert of the stream goes through. */
final class Probabilities {
  private final AdvertAssessor assessor;

  Probabilities(Places places) throws IOException {
    this.assessor = AdvertAssessor.load(places.models(), places.model());
  }

  double of(String text) {
    return assess(text).riskProbability();
  }

  boolean isCalledRisky(String text) {
    return assess(text).outcome() == Outcome.RISK;
  }

  private Assessment assess(String text) {
    Advert advert = Advert.builder(Channel.FILE, "figures", Instant.EPOCH).body(text).build();
    return assessor.assess(advert).assessment();
  }
}
