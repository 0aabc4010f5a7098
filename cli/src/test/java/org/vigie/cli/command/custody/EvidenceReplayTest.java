package org.vigie.cli.command.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.evidence.ScoreReplay;
import org.vigie.files.failure.UserError;

/** The adverts of a package read again. */
class EvidenceReplayTest {
  @TempDir Path folder;
  private GrantedAdverts granted;

  @BeforeEach
  void fill() throws Exception {
    granted = GrantedAdverts.in(folder);
  }

  @Test
  void replaysEachScoreToTheLastBitAndFindsOneThatIsNot() throws Exception {
    assertThat(granted.evidence("--to", GrantedAdverts.TO)).as(granted.here().err()).isZero();
    Path copy = folder.resolve("elsewhere");
    Here there = Here.in(Files.createDirectories(copy)).home(Readme.project()).onRealTime();

    assertThat(there.vigie("evidence", "replay", "../package")).as(there.out()).isZero();
    assertThat(there.out()).contains("in 2 adverts: all as the package says, bit for bit");

    Path adverts = folder.resolve("package/data/adverts.jsonl");
    String before = Files.readString(adverts);
    Matcher score = Pattern.compile("\"riskProbability\":([0-9.E-]+)").matcher(before);
    assertThat(score.find()).isTrue();
    double next = Math.nextUp(Double.parseDouble(score.group(1)));
    Files.writeString(adverts, before.replace(score.group(), "\"riskProbability\":" + next));
    assertThat(there.vigie("evidence", "replay", "../package")).isEqualTo(4);
    assertThat(there.err()).contains("must be as it was signed");
    assertThat(ScoreReplay.of(folder.resolve("package"), Readme.project().resolve("models")))
        .extracting(ScoreReplay.Outcome::differences)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .isNotEmpty()
        .allMatch(line -> line.contains("must be as the package says"));
  }

  @Test
  void findsAFormThatThePackageSaysOnceMoreThanItIsAssessedFor() throws Exception {
    assertThat(granted.evidence("--to", GrantedAdverts.TO)).as(granted.here().err()).isZero();
    Path adverts = folder.resolve("package/data/adverts.jsonl");
    ObjectMapper mapper = new ObjectMapper();
    StringBuilder more = new StringBuilder();
    for (String line : Files.readAllLines(adverts)) {
      JsonNode read = mapper.readTree(line);
      ArrayNode assessments = (ArrayNode) read.path("advert").path("assessments");
      assessments.add(assessments.get(0).deepCopy());
      more.append(read).append('\n');
    }
    Files.writeString(adverts, more);

    assertThat(ScoreReplay.of(folder.resolve("package"), Readme.project().resolve("models")))
        .extracting(ScoreReplay.Outcome::differences)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .anyMatch(line -> line.contains("forms it is assessed for must be as the package says"));
  }

  @Test
  void saysNoWordOfALineThatIsNoJson() throws Exception {
    assertThat(granted.evidence("--to", GrantedAdverts.TO)).as(granted.here().err()).isZero();
    Path adverts = folder.resolve("package/data/adverts.jsonl");
    Files.writeString(adverts, "Waiters wanted\n" + Files.readString(adverts));

    assertThatThrownBy(
            () -> ScoreReplay.of(folder.resolve("package"), Readme.project().resolve("models")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("adverts.jsonl must hold JSON")
        .hasMessageNotContaining("Waiters");
  }

  @Test
  void replaysByNoOtherModelsThanThoseOfThePackage() throws Exception {
    assertThat(granted.evidence("--to", GrantedAdverts.TO)).as(granted.here().err()).isZero();
    Path models = folder.resolve("package/data/models.json");
    Files.writeString(models, Files.readString(models).replaceFirst("sha256:.", "sha256:x"));

    assertThatThrownBy(
            () -> ScoreReplay.of(folder.resolve("package"), Readme.project().resolve("models")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must hold the models that the package names by hash, but 1 files");
  }
}
