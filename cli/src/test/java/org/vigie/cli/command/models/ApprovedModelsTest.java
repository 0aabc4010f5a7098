package org.vigie.cli.command.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.custody.WorkspaceRights;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.registry.Promotions;

/** What commands do where models, their list or its signature are not as they were approved. */
class ApprovedModelsTest {
  private static final int UNUSABLE = 4;

  @TempDir static Path made;

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private Path models = Path.of("");
  private Path seal = Path.of("");

  /** A home with small models, and a workspace into which one advert was read. */
  @BeforeAll
  static void make() throws IOException {
    SmallModels.makeIn(Files.createDirectories(made.resolve("home")));
    Files.writeString(
        made.resolve("a.jsonl"),
        "{\"id\":\"a\",\"text\":\"job work position, tel. +1 202 555 0123\"}\n");
    Files.writeString(made.resolve("gold.jsonl"), SmallModels.adverts(9, 60, false));
    Here here = Here.in(made).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    assertThat(here.vigie("run", "--quiet", "--input", "a.jsonl")).as(here.err()).isZero();
  }

  @BeforeEach
  void start() throws IOException {
    SharedFixture.copy(made, folder, "");
    here = Here.in(folder).onRealTime();
    models = folder.resolve("home/models");
    seal = folder.resolve("vigie-workspace/models");
  }

  /** Every command that loads a model. */
  private static final String[] COMMANDS = {
    "run --quiet --input a.jsonl",
    "label --input a.jsonl --export labelled.jsonl",
    "evaluate --data gold.jsonl",
    "evaluate --data gold.jsonl --model second",
    "models promote second --gold gold.jsonl",
    "models rollback",
    "contact +12025550123x",
    "serve --port 0",
    "rescore --quiet",
    "cluster submit --here --input a.jsonl",
  };

  private static Stream<String> commands() {
    return Stream.of(COMMANDS);
  }

  private List<String> thatDoNotRefuse(String why) throws IOException {
    List<String> commands = new ArrayList<>();
    for (String command : commands().toList()) {
      // As by the umask of the launcher, which isn't in between here.
      new WorkspaceRights(folder.resolve("vigie-workspace"), "").tighten();
      int exit = here.vigie(command.split(" "));
      if (exit != UNUSABLE || !here.err().contains(why)) {
        commands.add(command + ": " + exit + " " + here.err());
      }
    }
    return commands;
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.sig", "manifest.json", "signing.pub"})
  void allRefuseWhereAPartOfTheSealIsDeleted(String part) throws IOException {
    Files.delete(seal.resolve(part));

    assertThat(thatDoNotRefuse("must be signed with the workspace's key")).isEmpty();
  }

  @Test
  void allRefuseWhereTheWholeSealIsDeleted() throws IOException {
    try (Stream<Path> parts = Files.list(seal)) {
      for (Path part : parts.toList()) {
        Files.delete(part);
      }
    }
    Files.delete(seal);

    assertThat(thatDoNotRefuse("must be signed with the workspace's key")).isEmpty();
    assertThat(here.vigie("init", "--trial", "--replace")).isZero();
    assertThat(seal).doesNotExist();
  }

  @Test
  void allRefuseASealOfAnotherKey() throws IOException {
    Here other = Here.in(folder).onRealTime();
    assertThat(other.vigie("models", "approve", "--workspace", "other")).isZero();
    Files.copy(
        folder.resolve("other/models/manifest.sig"), folder.resolve("other/models/copy.sig"));
    Files.delete(seal.resolve("manifest.sig"));
    Files.move(folder.resolve("other/models/copy.sig"), seal.resolve("manifest.sig"));

    assertThat(thatDoNotRefuse("must be signed with the workspace's key")).isEmpty();
  }

  @Test
  void allRefuseAListThatIsMissing() throws IOException {
    Files.delete(models.resolve(Manifest.NAME));

    assertThat(thatDoNotRefuse("only what it lists is loaded")).isEmpty();
  }

  @Test
  void allRefuseAModelInUseThatWasExchangedTogetherWithItsHash() throws IOException {
    Files.writeString(models.resolve("first/card.md"), "another");
    Manifest.read(models).with(models, "first").write(models);

    assertThat(thatDoNotRefuse("must be those that this workspace approved")).isEmpty();
    assertThat(here.err()).contains("./vigie models approve --models " + models);
  }

  @Test
  void refuseAChangedByteInEachFileOfAModel() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(models.resolve("first"))) {
      files = all.toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(5);
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      byte[] changed = whole.clone();
      changed[changed.length / 2] ^= 1;
      Files.write(file, changed);
      for (String command : List.of("evaluate --data gold.jsonl", "label --input a.jsonl")) {
        assertThat(here.vigie(command.split(" "))).as(command + file).isEqualTo(UNUSABLE);
        assertThat(here.err()).contains(file.getFileName() + " must have the hash that");
      }
      Files.write(file, whole);
    }
    assertThat(here.vigie("evaluate", "--data", "gold.jsonl")).isZero();
  }

  @Test
  void refuseAModelTrainedSinceUntilItIsApproved() throws IOException {
    assertThat(here.vigie("train", "recruitment", "--data", "gold.jsonl", "--name", "third"))
        .as(here.err())
        .isZero();
    Files.writeString(folder.resolve("new.jsonl"), SmallModels.adverts(10, 60, false));

    for (String command :
        List.of(
            "evaluate --data new.jsonl --model third", "models promote third --gold new.jsonl")) {
      assertThat(here.vigie(command.split(" "))).isEqualTo(UNUSABLE);
      assertThat(here.err()).contains("the model third in").contains("./vigie models approve");
    }
    assertThat(here.vigie("run", "--quiet", "--input", "a.jsonl")).isZero();
    assertThat(here.vigie("models", "approve")).isZero();
    assertThat(here.vigie("evaluate", "--data", "new.jsonl", "--model", "third")).isZero();
  }

  @Test
  void signNothingThatWasOnlySlippedIntoTheList() throws IOException {
    SharedFixture.copy(models.resolve("wrong"), models.resolve("evil"), "");
    Manifest listed = Manifest.read(models).with(models, "evil");
    listed.write(models);
    Path log = models.resolve(Promotions.NAME);
    String line =
        "{\"what\":\"promote\",\"form\":\"recruitment\",\"from\":\"evil\",\"to\":\"first\"}\n";
    Files.writeString(log, line);

    for (String command : List.of("models promote second --gold gold.jsonl", "models rollback")) {
      assertThat(here.vigie(command.split(" "))).as(command).isEqualTo(UNUSABLE);
      assertThat(here.err()).contains("the model evil in").contains("./vigie models approve");
    }
    assertThat(Manifest.read(models)).isEqualTo(listed);
    assertThat(log).hasContent(line);
    assertThat(Manifest.read(seal).models()).doesNotContain("evil");
  }

  @Test
  void changeNothingWithoutTheKeyThatSigns() throws IOException {
    keepKeyElsewhere();
    Manifest before = Manifest.read(models);
    String promotion = "models promote second --gold gold.jsonl";

    assertThat(here.vigie(promotion.split(" "))).isEqualTo(UNUSABLE);
    assertThat(here.err()).contains("signing.key must be the private key that signs approvals");
    assertThat(Manifest.read(models)).isEqualTo(before);
    assertThat(models.resolve(Promotions.NAME)).doesNotExist();

    assertThat(here.vigie((promotion + " --signing-key offline.key").split(" ")))
        .as(here.err())
        .isZero();
    assertThat(here.vigie("models", "rollback")).isEqualTo(UNUSABLE);
    assertThat(here.err()).contains("must be the private key that signs approvals");
    assertThat(here.vigie("run", "--quiet", "--input", "a.jsonl")).as(here.err()).isZero();
    assertThat(here.vigie("models", "rollback", "--signing-key", "offline.key"))
        .as(here.err())
        .isZero();
    assertThat(Manifest.read(models)).isEqualTo(before);
  }

  /** Moves the private key out of the workspace, which trusts its public half by name. */
  private void keepKeyElsewhere() throws IOException {
    String named = Files.readString(seal.resolve("signing.pub")).strip();
    Path config = folder.resolve("vigie-workspace/vigie.yaml");
    Files.writeString(
        config,
        Files.readString(config).replace("trusted-key: \"\"", "trusted-key: \"" + named + "\""));
    Files.move(seal.resolve("signing.key"), folder.resolve("offline.key"));
  }

  @Test
  void trustOnlyTheKeyThatTheConfigurationNames() throws IOException {
    keepKeyElsewhere();
    assertThat(here.vigie("run", "--quiet", "--input", "a.jsonl")).as(here.err()).isZero();

    try (Stream<Path> parts = Files.list(seal)) {
      for (Path part : parts.toList()) {
        Files.delete(part);
      }
    }
    assertThat(here.vigie("models", "approve", "--workspace", "other")).isZero();
    SharedFixture.copy(folder.resolve("other/models"), seal, "");
    assertThat(here.vigie("run", "--quiet", "--input", "a.jsonl")).isEqualTo(UNUSABLE);
    assertThat(here.vigie("models", "approve")).isEqualTo(UNUSABLE);
    assertThat(here.vigie("models", "approve", "--signing-key", "offline.key"))
        .as(here.err())
        .isZero();
    assertThat(here.vigie("run", "--quiet", "--input", "a.jsonl")).isZero();
  }

  @Test
  void startANewWorkspaceWithTheModelsThatLieThere() {
    String mandate = folder.resolve("vigie-workspace/mandate.yaml").toString();

    assertThat(
            here.vigie(
                "run", "--quiet", "--input", "a.jsonl", "--workspace", "new", "--mandate", mandate))
        .as(here.err())
        .isZero();
    assertThat(folder.resolve("new/models/manifest.sig")).exists();
  }

  @Test
  void refuseToStartANewWorkspaceWithoutAList() throws IOException {
    String mandate = folder.resolve("vigie-workspace/mandate.yaml").toString();
    Files.delete(models.resolve(Manifest.NAME));

    String[] command = {
      "run", "--quiet", "--input", "a.jsonl", "--workspace", "new", "--mandate", mandate
    };
    assertThat(here.vigie(command)).isEqualTo(UNUSABLE);
    assertThat(here.err()).contains("only what it lists is loaded");
  }
}
