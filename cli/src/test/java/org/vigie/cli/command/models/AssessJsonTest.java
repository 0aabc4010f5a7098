package org.vigie.cli.command.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;

/** The JSON that {@code vigie assess} prints for programs. */
class AssessJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void hasThePartsThatProgramsReadAndReasonsThatCanBeChecked() throws Exception {
    JsonNode root =
        read("Kidney donor wanted in Leeds, 20000 euro, call Anna on +44 7700 900123", "en");

    assertThat(names(root))
        .containsExactly(
            "id",
            "language",
            "assessedIn",
            "quarantined",
            "genre",
            "signs",
            "forms",
            "contacts",
            "prices",
            "places",
            "names");
    assertThat(names(root.get("signs").get(0)))
        .containsExactly("code", "polarity", "spans", "concepts");
    assertThat(names(root.get("forms").get(0)))
        .containsExactly("form", "probability", "outcome", "reasons", "findings");
    assertThat(root.get("forms").get(0).get("form").asText()).isEqualTo("organ-removal");
    for (JsonNode reason : root.get("forms").get(0).get("reasons")) {
      assertThat(reason.asText()).doesNotContain("letters", "base rate", "<").isNotEqualTo("none");
    }
    assertThat(root.get("contacts").get(0).get("value").asText()).isEqualTo("+447700900123");
  }

  @Test
  void saysWhyItIsNotAssessedAndOfWhatFormIsWhatIsQuarantined() throws Exception {
    JsonNode untold = read("Barista wanted", "");
    JsonNode child =
        read("We take the baby when it is born and pay you 8000, papers arranged", "en");

    assertThat(untold.get("assessedIn").isNull()).isTrue();
    assertThat(untold.get("notAssessed").asText()).startsWith("not assessed: ");
    assertThat(untold.get("forms")).isEmpty();
    assertThat(child.get("quarantined").asBoolean()).isTrue();
    assertThat(child.get("forms"))
        .singleElement()
        .satisfies(form -> assertThat(form.get("form").asText()).isEqualTo("illegal-adoption"))
        .satisfies(form -> assertThat(form.get("outcome").asText()).isEqualTo("quarantined"));
  }

  private JsonNode read(String text, String language) throws JsonProcessingException {
    Here here = Here.in(folder).home(Readme.project());
    List<String> words = new ArrayList<>(List.of("assess", "--json", "--text", text));
    if (!language.isEmpty()) {
      words.addAll(List.of("--lang", language));
    }
    assertThat(here.vigie(words.toArray(String[]::new))).as(here.err()).isZero();
    return JSON.readTree(here.out());
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
