package org.vigie.exchange.partner;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Indicator;
import org.vigie.text.finding.NotAssessed;
import org.vigie.text.safe.Words;

/** What a machine made of an advert, in words that can't be taken for fact. */
final class MachineView {
  private static final String ALL_IN_PICTURES = "(no text but what a program read in pictures)";

  private MachineView() {}

  /** Returns what an advert's site showed as text; never empty. */
  static String apartFrom(Advert advert) {
    return advert.ownText().isEmpty() ? ALL_IN_PICTURES : advert.ownText();
  }

  /**
   * Returns what it is assessed for, the numbers that a program read in words, and what one read in
   * its pictures.
   */
  static String of(AssessedAdvert advert) {
    return Stream.of(assessment(advert), numbers(advert), inPictures(advert.advert()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Returns the numbers that are no contact, since no country is known, or an empty text. */
  static String numbers(AssessedAdvert advert) {
    List<String> numbers = advert.entities().unplacedNumbers();
    return numbers.isEmpty()
        ? ""
        : "Digits of numbers that the text spells in words, of no country that it tells, so no"
            + " telephone until somebody places them: "
            + numbers.stream().distinct().collect(Collectors.joining(", "));
  }

  /** Returns what a program read in an advert's pictures, or an empty text. */
  static String inPictures(Advert advert) {
    String text = advert.pictureText();
    return text.isEmpty()
        ? ""
        : "Read by a program in pictures (OCR), to be compared with them:\n" + text;
  }

  static String assessment(AssessedAdvert advert) {
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
