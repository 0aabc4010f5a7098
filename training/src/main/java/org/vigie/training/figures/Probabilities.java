package org.vigie.training.figures;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.vigie.advert.Advert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Outcome;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.risk.RiskModel;

/**
 * What the recruitment model makes of a bare text by the same steps that an advert of the stream
 * goes through.
 */
final class Probabilities {
  private final AdvertAssessor assessor;

  Probabilities(Places places) throws IOException {
    this.assessor = AdvertAssessor.load(places.models(), places.model());
  }

  double of(String text) {
    return assess(text).map(Assessment::riskProbability).orElse(0.0);
  }

  boolean isCalledRisky(String text) {
    return assess(text).filter(a -> a.outcome() == Outcome.RISK).isPresent();
  }

  /** Returns nothing where the text is of another form and not about work. */
  private Optional<Assessment> assess(String text) {
    Advert advert = Advert.builder(Channel.FILE, "figures", Instant.EPOCH).body(text).build();
    return assessor.assess(advert).assessments().stream()
        .filter(a -> a.form().equals(RiskModel.FORM))
        .findFirst();
  }
}
