package org.vigie.cli.invented;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.training.risk.GroupExample;

class InventedGroupsTest {
  private static final Path MODELS = Path.of("..", "models");

  @Test
  void areThoseThatThePublishedModelWasTrainedOn() throws IOException {
    List<GroupExample> examples = InventedGroups.of(MODELS);
    JsonNode sheet =
        new ObjectMapper()
            .readTree(Files.readString(MODELS.resolve("risk-group-1/data-sheet.json")));

    assertThat(sheet.path("data").path("invented groups").asText())
        .isEqualTo(GroupExample.hash(examples));
    assertThat(examples).filteredOn(GroupExample::heldOut).hasSizeGreaterThan(1_000);
    assertThat(examples)
        .extracting(GroupExample::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.startsWith("g5-") || id.startsWith("g6-"));
  }
}
