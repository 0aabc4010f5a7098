package org.vigie.classifier.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Indicator;
import org.vigie.advert.Reason;
import org.vigie.advert.Span;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;
import org.vigie.training.risk.ExpectedScores;
import org.vigie.training.risk.FormReading;
import org.vigie.training.risk.FormScores;
import org.vigie.training.risk.MaxentTrainer;

/** What the shipped models say of invented adverts of each form, as the stream asks them. */
class ReasonsTest {
  private static final List<String> FORMS = List.of("sexual", "forced-criminality", "other");
  private static final Pattern QUOTED = Pattern.compile("words? '([^']+)'");
  private static final Pattern INDICATOR = Pattern.compile("indicator ([A-Z]{2}-\\d\\d)");

  private static AdvertAssessor assessor;

  @BeforeAll
  static void load() throws IOException {
    assessor = AdvertAssessor.load(ModelsFolder.path());
  }

  @Test
  void pointToWhereTheirIndicatorsWereFound() {
    Set<String> named = new HashSet<>();
    for (AssessedAdvert assessed : assessed()) {
      for (Reason reason : reasons(assessed)) {
        Matcher indicator = INDICATOR.matcher(reason.feature());
        if (indicator.matches()) {
          named.add(indicator.group(1));
          assertThat(assessed.indicators())
              .filteredOn(found -> found.id().equals(indicator.group(1)))
              .extracting(Indicator::spans)
              .containsExactly(reason.spans());
          assertThat(reason.spans()).as(reason.feature()).isNotEmpty();
        }
      }
    }
    assertThat(named).hasSizeGreaterThan(3);
  }

  @Test
  void pointToTheWordsThatTheyName() {
    int checked = 0;
    for (AssessedAdvert assessed : assessed()) {
      for (Reason reason : reasons(assessed)) {
        Matcher words = QUOTED.matcher(reason.feature());
        if (words.lookingAt() && !words.group(1).contains("<")) {
          assertThat(reason.spans()).as(reason.feature()).isNotEmpty();
          for (Span span : reason.spans()) {
            assertThat(wordsOf(span.of(assessed.advert().text()))).isEqualTo(words.group(1));
            checked++;
          }
        }
      }
    }
    assertThat(checked).isGreaterThan(20);
  }

  @Test
  void sayWhatEachAddsAndLeaveARestThatMakesTheLogOddsWhole() throws IOException {
    Map<String, FormReading> readings = new HashMap<>();
    for (String form : FORMS) {
      readings.put(form, reading(form));
    }
    int known = 0;
    for (AssessedAdvert assessed : assessed()) {
      for (Assessment assessment : assessed.assessments()) {
        double shown = assessment.reasons().stream().mapToDouble(Reason::contribution).sum();
        assertThat(shown + assessment.rest()).isCloseTo(assessment.rawScore(), within(1e-9));
        List<Double> sizes =
            assessment.reasons().stream().map(r -> Math.abs(r.contribution())).toList();
        assertThat(sizes).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        FormReading reading = readings.get(assessment.form());
        if (reading != null) {
          double own = recomputed(assessment, reading.features(assessed.advert().text()));
          assertThat(assessment.rawScore()).as(assessment.form()).isGreaterThan(own - 1e-6);
          // What signs have raised is no longer the model's own sum.
          if (!namesASign(assessment)) {
            assertThat(own).as(assessment.form()).isCloseTo(assessment.rawScore(), within(1e-6));
            known++;
          }
        }
      }
    }
    assertThat(known).isGreaterThanOrEqualTo(3);
  }

  private static boolean namesASign(Assessment assessment) {
    return assessment.reasons().stream()
        .anyMatch(r -> List.of("feature-sign", "feature-near-sign").contains(r.finding().code()));
  }

  /** The sum of weights times values, the weights read anew from the model's own file. */
  private static double recomputed(Assessment assessment, List<Feature> features)
      throws IOException {
    WeightTable weights =
        FormWeights.read(ModelsFolder.path().resolve(assessment.model())).table(0);
    double sum = weights.weight(MaxentTrainer.BIAS);
    for (Feature feature : features) {
      sum += weights.weight(feature.name()) * feature.value();
    }
    return sum;
  }

  private static FormReading reading(String form) throws IOException {
    return new FormReading(
        form, ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()), FormVocabulary.open());
  }

  private static List<AssessedAdvert> assessed() {
    List<String> texts = new ArrayList<>(ExpectedScores.TEXTS);
    for (String form : FORMS) {
      texts.addAll(FormScores.texts(form));
    }
    return texts.stream()
        .map(text -> Advert.builder(Channel.FILE, "test", Instant.EPOCH).body(text).build())
        .map(assessor::assess)
        .toList();
  }

  private static List<Reason> reasons(AssessedAdvert assessed) {
    return assessed.assessments().stream().flatMap(a -> a.reasons().stream()).toList();
  }

  /** The words of a stretch as the models name them. */
  private static String wordsOf(String stretch) {
    List<String> words = Words.of(NormalizedText.of(stretch)).stream().map(Word::text).toList();
    return String.join(" ", words);
  }
}
