package org.vigie.classifier.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.risk.RiskModel;

class ManifestTest {
  private static final String FORM = "recruitment";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path models;
  @TempDir Path workspace;

  @BeforeEach
  void makeTwoModels() throws IOException {
    for (String model : new String[] {"one", "two"}) {
      Files.createDirectories(models.resolve(model));
      Files.writeString(models.resolve(model).resolve("model.bin"), "weights of " + model);
      Files.writeString(models.resolve(model).resolve("card.md"), "card of " + model);
    }
    Manifest.empty().with(models, "one").with(models, "two").withActive(FORM, "one").write(models);
  }

  @Test
  void findsTheShippedModelsAsListed() {
    assertThatCode(() ->
            Manifest.read(ModelsFolder.path())
                .requireUnaltered(
                    ModelsFolder.path(),
                    Manifest.read(ModelsFolder.path()).requireActive(RiskModel.FORM)))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAModelWithOneByteChanged() throws IOException {
    Path file = models.resolve("one/model.bin");
    Files.writeString(file, "weights of onE");

    assertThatThrownBy(() -> Manifest.read(models).requireUnaltered(models, "one"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("was altered");
    assertThatCode(() -> Manifest.read(models).requireUnaltered(models, "two"))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAModelWithAFileTooFewOrTooMany() throws IOException {
    Files.delete(models.resolve("one/card.md"));
    Files.writeString(models.resolve("two/more.bin"), "x");

    assertThatThrownBy(() -> Manifest.read(models).requireUnaltered(models, "one"))
        .hasMessageContaining("card.md must exist");
    assertThatThrownBy(() -> Manifest.read(models).requireUnaltered(models, "two"))
        .hasMessageContaining("more.bin must have the hash");
  }

  @Test
  void refusesAModelThatIsNotListed() {
    assertThatThrownBy(() -> Manifest.read(models).requireUnaltered(models, "three"))
        .hasMessageContaining("the model three must stand in");
  }

  @Test
  void refusesPathsThatLeaveTheFolder() throws IOException {
    Files.writeString(
        models.resolve(Manifest.NAME), "{\"active\":{},\"files\":{\"../x\":\"sha256:0\"}}");

    assertThatThrownBy(() -> Manifest.read(models)).hasMessageContaining("paths like model/file");
  }

  @Test
  void findsTheShippedListsAsListed() throws IOException {
    Manifest manifest = Manifest.read(ModelsFolder.path());

    assertThat(manifest.tuned()).containsKeys("taxonomy.yaml", "lexicons/RC-06.yaml");
    assertThatCode(() -> manifest.requireTuned(ModelsFolder.path())).doesNotThrowAnyException();
  }

  @Test
  void refusesAListThatWasAlteredAddedOrTakenAwayUntilItIsSealed() throws IOException {
    Path lexicon = Files.createDirectories(models.resolve("lexicons")).resolve("RC-06.yaml");
    Files.writeString(lexicon, "phrases");
    assertThatThrownBy(() -> Manifest.read(models).requireTuned(models))
        .hasMessageContaining(lexicon.toString())
        .hasMessageContaining("which is none")
        .hasMessageContaining("./vigie models seal");
    Manifest.read(models).withTuned(models).write(models);
    assertThatCode(() -> Manifest.read(models).requireTuned(models)).doesNotThrowAnyException();

    Files.writeString(lexicon, "other phrases");
    assertThatThrownBy(() -> Manifest.read(models).requireTuned(models))
        .hasMessageContaining("has another");

    Files.delete(lexicon);
    assertThatThrownBy(() -> Manifest.read(models).requireTuned(models))
        .hasMessageContaining("is not there");
  }

  @Test
  void asksForApprovalAnewWhenListsWereSealed() throws IOException {
    ModelSeal seal = new ModelSeal(workspace);
    seal.approve(models);
    Files.writeString(models.resolve("negation.yaml"), "window: 3");
    Manifest.read(models).withTuned(models).write(models);

    assertThatThrownBy(() -> seal.requireApproved(models))
        .hasMessageContaining("must be those that this workspace approved");
  }

  @Test
  void takesPromotionsBackOneByOneAndLogsEach() throws IOException {
    Promotions promotions = new Promotions(models);
    promotions.promote(Manifest.read(models), FORM, "two", NOON, "anna");
    assertThat(Manifest.read(models).requireActive(FORM)).isEqualTo("two");

    assertThat(promotions.rollback(Manifest.read(models), FORM, NOON, "anna")).isEqualTo("one");

    assertThat(Manifest.read(models).requireActive(FORM)).isEqualTo("one");
    assertThat(models.resolve(Promotions.NAME))
        .content()
        .contains("\"from\":\"one\",\"to\":\"two\",\"user\":\"anna\",\"what\":\"promote\"")
        .contains("\"from\":\"two\",\"to\":\"one\",\"user\":\"anna\",\"what\":\"rollback\"");
    assertThatThrownBy(() -> promotions.rollback(Manifest.read(models), FORM, NOON, "anna"))
        .hasMessageContaining("must tell what one took the place of");
  }

  @Test
  void doesNotPromoteAnAlteredModel() throws IOException {
    Files.writeString(models.resolve("two/model.bin"), "other");

    assertThatThrownBy(
            () -> new Promotions(models).promote(Manifest.read(models), FORM, "two", NOON, "anna"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Manifest.read(models).requireActive(FORM)).isEqualTo("one");
    assertThat(models.resolve(Promotions.NAME)).doesNotExist();
  }

  @Test
  void sealsTheModelsInUseAndNoOthers() throws IOException {
    ModelSeal seal = new ModelSeal(workspace);
    seal.approve(models);
    Files.writeString(models.resolve("two/card.md"), "another card");
    Manifest.read(models).with(models, "two").write(models);
    assertThatCode(() -> seal.requireApproved(models)).doesNotThrowAnyException();

    Files.writeString(models.resolve("one/model.bin"), "replaced with its hash");
    Manifest.read(models).with(models, "one").write(models);

    assertThatThrownBy(() -> seal.requireApproved(models))
        .hasMessageContaining("must be those that this workspace approved");
    seal.approve(models);
    assertThatCode(() -> seal.requireApproved(models)).doesNotThrowAnyException();
  }

  @Test
  void refusesASealThatAnotherKeySigned(@TempDir Path elsewhere) throws IOException {
    ModelSeal seal = new ModelSeal(workspace);
    seal.approve(models);
    new ModelSeal(elsewhere).approve(models);
    Files.copy(elsewhere.resolve("manifest.sig"), workspace.resolve("forged.sig"));
    Files.delete(workspace.resolve("manifest.sig"));
    assertThatThrownBy(() -> seal.requireApproved(models)).hasMessageContaining("must be signed");

    Files.move(workspace.resolve("forged.sig"), workspace.resolve("manifest.sig"));

    assertThatThrownBy(() -> seal.requireApproved(models)).hasMessageContaining("must be signed");
  }

  @Test
  void refusesWhateverPartOfTheSealIsMissing() throws IOException {
    ModelSeal seal = new ModelSeal(workspace);
    seal.approve(models);
    for (String name : List.of("manifest.sig", "manifest.json", "signing.pub")) {
      byte[] kept = Files.readAllBytes(workspace.resolve(name));
      Files.delete(workspace.resolve(name));
      assertThatThrownBy(() -> seal.requireApproved(models))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must be signed");
      Files.write(workspace.resolve(name), kept);
    }
    seal.requireApproved(models);
    Files.delete(workspace.resolve("signing.key"));
    seal.requireApproved(models);
    Files.delete(models.resolve(Manifest.NAME));
    assertThatThrownBy(() -> seal.requireApproved(models))
        .hasMessageContaining("only what it lists is loaded");
  }

  @Test
  void refusesASealThatWasAlteredOrIsNoSignature() throws IOException {
    ModelSeal seal = new ModelSeal(workspace);
    seal.approve(models);
    Files.writeString(workspace.resolve("manifest.sig"), "no base64 !!");
    assertThatThrownBy(() -> seal.requireApproved(models)).hasMessageContaining("must be signed");

    seal.approve(models);
    Path list = workspace.resolve(Manifest.NAME);
    Files.writeString(list, Files.readString(list) + " ");
    assertThatThrownBy(() -> seal.requireApproved(models)).hasMessageContaining("must be signed");
  }

  @Test
  void asksForApprovalOfAModelThatIsNotInUseBeforeItIsLoaded() throws IOException {
    ModelSeal seal = new ModelSeal(workspace);
    seal.approve(models);
    assertThatCode(() -> seal.requireApproved(models, "two")).doesNotThrowAnyException();
    Files.writeString(models.resolve("two/model.bin"), "other weights");
    Manifest.read(models).with(models, "two").write(models);

    assertThatThrownBy(() -> seal.requireApproved(models, "two"))
        .hasMessageContaining("the model two in")
        .hasMessageContaining("./vigie models approve");
    assertThatThrownBy(() -> seal.requireApproved(models, "three"))
        .hasMessageContaining("the model three in");
    seal.approve(models);
    assertThatCode(() -> seal.requireApproved(models, "two")).doesNotThrowAnyException();
  }

  @Test
  void trustsTheKeyThatWasNamedThoughAWholeSealIsExchanged(@TempDir Path elsewhere)
      throws IOException {
    new ModelSeal(workspace).approve(models);
    String named = Files.readString(workspace.resolve("signing.pub")).strip();
    Path key = Files.move(workspace.resolve("signing.key"), elsewhere.resolve("key"));
    ModelSeal seal = new ModelSeal(workspace, named, workspace.resolve("signing.key"));
    seal.requireApproved(models);

    Files.writeString(models.resolve("one/model.bin"), "replaced with its hash");
    Manifest.read(models).with(models, "one").write(models);
    new ModelSeal(workspace).approve(models);

    new ModelSeal(workspace).requireApproved(models);
    assertThatThrownBy(() -> seal.requireApproved(models)).hasMessageContaining("must be signed");
    assertThatThrownBy(() -> seal.approve(models))
        .hasMessageContaining("private key of the public key that is trusted");
    ModelSeal signed = new ModelSeal(workspace, named, key);
    signed.approve(models);
    assertThatCode(() -> seal.requireApproved(models)).doesNotThrowAnyException();
    assertThat(ModelSeal.isPublicKey(named)).isTrue();
    assertThat(ModelSeal.isPublicKey("abc")).isFalse();
  }
}
