package org.vigie.cli.invented;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Outcome;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.training.risk.FormExample;
import org.vigie.world.FormAdverts;

class InventedAdvertsTest {
  private static final Path MODELS = Path.of("..", "models");

  @ParameterizedTest
  @ValueSource(strings = {"sexual", "forced-criminality", "other", "work"})
  void areThoseThatThePublishedModelWasTrainedOn(String form) throws IOException {
    List<FormExample> examples = InventedAdverts.of(form, MODELS);
    JsonNode sheet =
        new ObjectMapper()
            .readTree(Files.readString(MODELS.resolve("risk-" + form + "-1/data-sheet.json")));

    assertThat(sheet.path("data").path("invented adverts").asText())
        .isEqualTo(FormExample.hash(examples));
    assertThat(FormAdverts.FORMS).contains(form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sexual", "forced-criminality", "other"})
  void areAssessedForTheirFormWhereTheyAreRisky(String form) throws IOException {
    AdvertAssessor assessor = AdvertAssessor.load(MODELS);
    List<FormExample> risky =
        InventedAdverts.of(form, MODELS).stream()
            .filter(example -> example.truth() == Outcome.RISK)
            .toList();

    long assessed =
        risky.stream()
            .map(example ->
                Advert.builder(Channel.FILE, "test", Instant.EPOCH).body(example.text()).build())
            .filter(advert ->
                assessor.assess(advert).assessments().stream()
                    .anyMatch(assessment -> assessment.modelledForm().equals(form)))
            .count();

    // The others have a slip of typing in the word that tells what they are about.
    assertThat((double) assessed / risky.size()).isGreaterThan(0.95);
  }
}
