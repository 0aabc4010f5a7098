package org.vigie.cli.command.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.environment.Here;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.image.ImageFolder;
import org.vigie.classifier.registry.Manifest;

/** What a run does where a list was changed and not sealed. */
class UnsealedListsTest {
  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private Path models = Path.of("");

  @BeforeEach
  void start() throws IOException {
    SmallModels.makeIn(Files.createDirectories(folder.resolve("home")));
    models = folder.resolve("home/models");
    here = Here.in(folder).onRealTime();
    Files.writeString(folder.resolve("a.jsonl"), "{\"text\":\"job work position\"}\n");
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"concepts/en.yaml", "lexicons/LX-01.yaml", "frames.yaml"})
  void stopsARunBeforeTheJobAndSaysWhatToType(String list) throws IOException {
    Files.writeString(models.resolve(list), "# changed\n", StandardOpenOption.APPEND);

    assertThat(here.vigie("run", "--quiet", "--input", "a.jsonl")).isEqualTo(4);

    assertThat(here.err().lines()).hasSize(1);
    assertThat(here.err())
        .contains("home/models/" + list + " must have the hash", "but has another")
        .contains("type ./vigie models seal --models ", ", then ./vigie models approve --models ");
    assertThat(folder.resolve("vigie-workspace/index")).doesNotExist();
  }

  @Test
  void runsOnceWhatIsSaidIsTyped() throws IOException {
    Files.writeString(models.resolve("concepts/en.yaml"), "# changed\n", StandardOpenOption.APPEND);

    assertThat(here.vigie("models", "seal", "--models", models.toString())).isZero();
    assertThat(here.vigie("models", "approve", "--models", models.toString())).isZero();

    assertThat(here.vigie("run", "--quiet", "--input", "a.jsonl")).as(here.err()).isZero();
  }

  @Test
  void sealingMakesTheImageThatTheNextCommandReads() throws IOException {
    assumeTrue(
        AdvertAssessor.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath()
            .endsWith(".jar"),
        "code that lies in no jar keeps no image");
    String before = System.getProperty(ImageFolder.PROPERTY, "");
    Path images = Files.createDirectory(folder.resolve("images"));
    System.setProperty(ImageFolder.PROPERTY, images.toString());
    try {
      Files.writeString(
          models.resolve("concepts/en.yaml"), "# changed\n", StandardOpenOption.APPEND);

      assertThat(here.vigie("models", "seal")).as(here.err()).isZero();

      assertThat(new ImageFolder(images).has(Manifest.read(models).bytes())).isTrue();
    } finally {
      System.setProperty(ImageFolder.PROPERTY, before);
    }
  }

  @Test
  void sealsNoFileOfConceptsThatCannotBeRead() throws IOException {
    String manifest = Files.readString(models.resolve("manifest.json"));
    Files.writeString(
        models.resolve("concepts/en.yaml"), "  wrong: [\"*\"]\n", StandardOpenOption.APPEND);

    assertThat(here.vigie("models", "seal")).isEqualTo(4);

    assertThat(here.err()).contains("en.yaml: concepts.wrong: a pattern needs letters");
    assertThat(Files.readString(models.resolve("manifest.json"))).isEqualTo(manifest);
  }
}
