package org.vigie.exchange.partner;

import java.util.StringJoiner;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Indicator;
import org.vigie.text.finding.NotAssessed;
import org.vigie.text.safe.Words;

/** What a machine made of an advert, in words that can't be taken for fact. */
final class MachineView {
  private MachineView() {}

  static String of(AssessedAdvert advert) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("Machine assessment: an estimate for a person to check, neither fact nor verdict.");
    if (!advert.hasAssessment()) {
      lines.add(NotAssessed.english(advert));
    }
    for (Assessment assessment : advert.assessments()) {
      lines.add(
          "%s: %s, probability %s (model %s, taxonomy %s)"
              .formatted(
                  assessment.form(),
                  assessment.outcome().label(),
                  Words.risk(assessment.riskProbability()),
                  assessment.model(),
                  assessment.taxonomy()));
    }
    for (Indicator indicator : advert.indicators()) {
      lines.add("sign " + indicator.described());
    }
    return lines.toString();
  }
}
