package org.vigie.cli.command.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.classifier.registry.Manifest;

/** The bench of an operator, with models trained on a few invented adverts. */
class ModelsCommandTest {
  @TempDir static Path trained;

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private Path models = Path.of("");

  @BeforeAll
  static void train() throws IOException {
    SmallModels.makeIn(trained);
  }

  @BeforeEach
  void start() throws IOException {
    here = Here.in(folder);
    SharedFixture.copy(trained, folder.resolve("home"), "");
    models = folder.resolve("home/models");
    Files.writeString(folder.resolve("gold.jsonl"), SmallModels.adverts(9, 60, false));
  }

  @Test
  void putsAModelInUseThatHoldsOnTheGoldSetAndTakesItBack() throws IOException {
    assertThat(here.vigie("models", "promote", "second", "--gold", "gold.jsonl")).isZero();
    assertThat(here.out()).startsWith("in use: second (gold set: ");
    assertThat(inUse()).isEqualTo("second");

    assertThat(here.vigie("models", "rollback")).isZero();
    assertThat(here.out()).isEqualTo("in use again: first\n");
    assertThat(inUse()).isEqualTo("first");
    assertThat(here.vigie("models", "rollback")).isEqualTo(4);
  }

  @Test
  void refusesAModelThatIsWorseOnTheGoldSet() throws IOException {
    assertThat(here.vigie("models", "promote", "wrong", "--gold", "gold.jsonl")).isEqualTo(4);

    assertThat(here.err()).contains("wrong must reach an average precision of ");
    assertThat(inUse()).isEqualTo("first");
    assertThat(models.resolve("promotions.jsonl")).doesNotExist();
  }

  @Test
  void refusesAGoldSetThatIsMissingWasTrainedOnOrHoldsMinorRisk() throws IOException {
    assertThat(here.vigie("models", "promote", "second")).isEqualTo(2);
    assertThat(here.vigie("models", "promote", "second", "--gold", "none.jsonl")).isEqualTo(4);
    assertThat(here.vigie("models", "promote", "second", "--gold", "home/second.jsonl"))
        .isEqualTo(4);
    assertThat(here.err()).contains("that second was not trained on");

    Files.writeString(
        folder.resolve("marked.jsonl"),
        Files.readString(folder.resolve("gold.jsonl"))
            .replaceFirst("\"label\"", "\"minorRisk\":true,\"label\""));
    assertThat(here.vigie("models", "promote", "second", "--gold", "marked.jsonl")).isEqualTo(4);
    assertThat(here.err()).contains("must hold no advert of minor risk, but advert 1 is");
    assertThat(inUse()).isEqualTo("first");
  }

  @Test
  void showsWhichModelsAreAsListedAndUsesNoOther() throws IOException {
    Files.writeString(models.resolve("second/card.md"), "another");

    assertThat(here.vigie("models")).isZero();
    assertThat(here.out().lines())
        .anyMatch(line -> line.matches("first +recruitment +as listed"))
        .anyMatch(line -> line.matches("second +NOT as listed"));
    assertThat(here.vigie("models", "show", "second")).isEqualTo(4);
    assertThat(here.err()).contains("card.md must have the hash");
    assertThat(here.vigie("evaluate", "--data", "gold.jsonl", "--model", "second")).isEqualTo(4);
    assertThat(here.err()).contains("card.md must have the hash");
  }

  @Test
  void showsACardAndComparesTwo() {
    assertThat(here.vigie("models", "show", "first")).isZero();
    assertThat(here.out()).startsWith("# first");
    assertThat(here.vigie("models", "diff", "first", "second")).isZero();
    assertThat(here.out().lines()).anyMatch(line -> line.matches("model.bin +sha256.*differs"));
    assertThat(here.vigie("models", "sell")).isEqualTo(2);
  }

  @Test
  void runsOnlyWithTheModelsThatTheWorkspaceApproved() throws IOException {
    assertThat(here.vigie("init", "--trial")).isZero();
    Files.writeString(folder.resolve("a.jsonl"), "{\"text\":\"job work position\"}\n");
    Manifest.read(models).withActive("recruitment", "wrong").write(models);

    assertThat(here.vigie("run", "--quiet", "--input", "a.jsonl")).isEqualTo(4);
    assertThat(here.err()).contains("must be those that this workspace approved");
    assertThat(here.vigie("models", "promote", "second", "--gold", "gold.jsonl")).isEqualTo(4);
    assertThat(here.err()).contains("must be those that this workspace approved");

    assertThat(here.vigie("models", "approve")).isZero();
    assertThat(here.vigie("run", "--quiet", "--input", "a.jsonl")).isZero();
  }

  @Test
  void drawsAPageThatContactsNoHost() throws IOException {
    assertThat(here.vigie("evaluate", "--data", "gold.jsonl", "--out", "page")).isZero();

    assertThat(here.out())
        .startsWith("first on gold.jsonl: 60 adverts, 20 labelled as risky; the model as it is")
        .contains("average precision", "Confusion by language", "Worst mistakes (ids, no text)")
        .doesNotContain("pension contract");
    String page = Files.readString(folder.resolve("page/index.html"));
    assertThat(page).contains("default-src 'none'").doesNotContain("http:", "https:", "<script");
    Matcher sources = Pattern.compile("(?:src|href)=\"(.{0,5})").matcher(page);
    assertThat(sources.results().map(r -> r.group(1))).hasSize(3).allMatch("data:"::equals);
    for (String name : List.of("precision-recall", "reliability", "alerts-per-day")) {
      assertThat(folder.resolve("page/" + name + ".svg")).content().contains("<polyline");
    }
  }

  @Test
  void trainsAnewWhereItsOwnDataIsGiven() {
    assertThat(here.vigie("evaluate", "--data", "home/first.jsonl")).isZero();

    assertThat(here.out()).contains("5 folds, no campaign on both sides");
    assertThat(here.out().lines()).anyMatch(line -> line.matches("5 +18 .*"));
  }

  @Test
  void refusesDataThatCannotBeMeasuredOn() throws IOException {
    Files.writeString(folder.resolve("one.jsonl"), "{\"id\":\"a\",\"label\":1,\"text\":\"job\"}\n");

    assertThat(here.vigie("evaluate", "--data", "one.jsonl")).isEqualTo(4);
    assertThat(here.err()).contains("needs adverts of label 0 and of label 1");
    assertThat(here.vigie("evaluate", "--data", "none.jsonl")).isEqualTo(4);
    assertThat(here.vigie("evaluate", "--data", "gold.jsonl", "--model", "x")).isEqualTo(4);
    assertThat(here.err()).contains("--model must be one of first, second, wrong, but was x");
  }

  @Test
  void namesTheDataThatIsAbsentInTheTableOfFigures() throws IOException {
    here.with("VIGIE_SHARED", "nowhere");

    assertThat(here.vigie("evaluate", "--all", "--table", "figures.md", "--longest", "1000"))
        .as(here.err())
        .isZero();

    assertThat(here.out())
        .contains("entities/recognizers is absent", "emscad_dev.jsonl.gz is absent")
        .containsPattern("\\d+ met, \\d+ fall short, \\d+ not measured")
        .contains("signs: not measured, since their texts come with the sources alone");
    assertThat(Files.readAllLines(folder.resolve("figures.md")))
        .contains("| about | figure | target | measured | verdict | remark |")
        .anyMatch(line -> line.startsWith("| growth | time on twice the text, all together |"))
        .anyMatch(line ->
            line.matches(
                ".*called risky, threshold fixed on the labelled data .*emscad_dev.* is absent.*"))
        .anyMatch(line -> line.matches("\\| nationality exchanged \\| median .* \\| +\\| .*"));
  }

  private String inUse() throws IOException {
    return Manifest.read(models).requireActive("recruitment");
  }
}
