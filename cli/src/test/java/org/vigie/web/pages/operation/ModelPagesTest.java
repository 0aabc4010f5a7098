package org.vigie.web.pages.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.registry.ModelSeal;
import org.vigie.classifier.risk.RiskModel;
import org.vigie.cli.command.models.SmallModels;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.ServedConsole;

/** A model operator at the page of models in use, with models trained on a few invented adverts. */
class ModelPagesTest {
  private static final String WHY = "better on what came since May";

  @TempDir static Path trained;

  @TempDir Path folder;
  private ServedConsole served;
  private Browser operator;

  @BeforeAll
  static void train() throws IOException {
    SmallModels.makeIn(trained);
  }

  @BeforeEach
  void serve() throws Exception {
    SharedFixture.copy(trained, folder.resolve("home"), "");
    Path workspace = Files.createDirectories(folder.resolve("workspace"));
    Files.writeString(workspace.resolve(ModelPages.GOLD), SmallModels.adverts(9, 60, false));
    new ModelSeal(workspace.resolve("models")).approve(folder.resolve("home/models"));
    served = ServedConsole.on(new Workspace(workspace), folder.resolve("home/models"));
    operator = served.as("model-operator");
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void putsAModelInUseThatHoldsOnTheGoldSetAndTakesItBack() throws Exception {
    served.traces.clear();
    HttpResponse<String> page = promote("second", WHY, fresh());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(inUse()).isEqualTo("second");
    assertThat(served.traces.getFirst())
        .as("logged before it is done")
        .startsWith("model-operator alteration post /models/promotion")
        .contains("model=second");

    HttpResponse<String> back =
        operator.post(
            "/models/rollback",
            Map.of(
                "form",
                RiskModel.FORM,
                "why",
                WHY,
                "password",
                ServedConsole.PASSWORD,
                "code",
                fresh()));
    assertThat(back.body()).doesNotContain("role=\"alert\"");
    assertThat(inUse()).isEqualTo("first");
  }

  @Test
  void refusesAModelThatWasNotApproved() throws Exception {
    Files.delete(folder.resolve("workspace/models/manifest.sig"));

    HttpResponse<String> unsigned = promote("second", WHY, fresh());

    assertThat(unsigned.statusCode()).isEqualTo(409);
    assertThat(unsigned.body()).contains("must be signed with the workspace");
    assertThat(inUse()).isEqualTo("first");
  }

  @Test
  void refusesAModelThatIsWorseOrADeedWithoutGroundsOrWithoutTheSecondFactor() throws Exception {
    assertThat(promote("second", "short", fresh()).statusCode()).isEqualTo(422);
    assertThat(promote("second", WHY, "000000").statusCode()).isEqualTo(403);
    assertThat(promote("none", WHY, fresh()).statusCode()).isEqualTo(404);
    assertThat(inUse()).isEqualTo("first");

    HttpResponse<String> worse = promote("wrong", WHY, fresh());
    assertThat(worse.statusCode()).isEqualTo(409);
    assertThat(worse.body()).contains("wrong must reach an average precision of");
    assertThat(inUse()).isEqualTo("first");

    Files.delete(folder.resolve("workspace").resolve(ModelPages.GOLD));
    HttpResponse<String> ungated = promote("second", WHY, fresh());
    assertThat(ungated.statusCode()).isEqualTo(409);
    assertThat(inUse()).isEqualTo("first");
  }

  @Test
  void saysInFrenchWhyAndMarksWhatIsKnownInEnglishAlone() throws Exception {
    operator.post("/language", Map.of("language", "fr", "next", "/"));
    assertThat(why(promote("wrong", WHY, fresh())).text())
        .startsWith("wrong doit atteindre une précision moyenne de");
    assertThat(why(promote("wrong", WHY, fresh())).hasAttr("lang")).isFalse();

    Files.delete(folder.resolve("workspace/models/manifest.sig"));
    Element unsigned = why(promote("second", WHY, fresh()));
    assertThat(unsigned.attr("lang")).isEqualTo("en");
    assertThat(unsigned.text()).contains("must be signed with the workspace");
  }

  private static Element why(HttpResponse<String> page) {
    return Jsoup.parse(page.body()).select(".problem bdi").getFirst();
  }

  private HttpResponse<String> promote(String model, String why, String code) throws Exception {
    operator.get("/models/use");
    return operator.post(
        "/models/promotion",
        Map.of("model", model, "why", why, "password", ServedConsole.PASSWORD, "code", code));
  }

  /** A code counts once. */
  private String fresh() {
    served.clock.pass(Duration.ofMinutes(2));
    return served.codeNow();
  }

  private String inUse() throws IOException {
    return Manifest.read(folder.resolve("home/models")).requireActive(RiskModel.FORM);
  }
}
