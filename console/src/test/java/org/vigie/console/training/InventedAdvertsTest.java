package org.vigie.console.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.classifier.risk.FormExample;
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
}
