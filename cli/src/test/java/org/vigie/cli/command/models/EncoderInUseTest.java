package org.vigie.cli.command.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.classifier.encoder.EncoderHead;
import org.vigie.classifier.encoder.EnglishEncoder;
import org.vigie.classifier.encoder.MaskedEncoder;
import org.vigie.classifier.encoder.SignEncoder;
import org.vigie.classifier.registry.Manifest;

/** An operator's encoder: put in use, approved, refused where it is broken, taken out of use. */
class EncoderInUseTest {
  private static final String NAME = "encoder-1";

  @TempDir static Path given;

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private Path models = Path.of("");

  @BeforeAll
  static void makeEncoder() throws Exception {
    Path encoder = EnglishEncoder.in(given.resolve(NAME), EnglishEncoder.sheet());
    Path shipped = Path.of(System.getProperty("vigie.root", "..")).resolve("models");
    try (MaskedEncoder masked = MaskedEncoder.open(encoder, shipped)) {
      float[] trial = masked.trial();
      EnglishEncoder.head(trial, 2, new EncoderHead.Bounds(-3, 3, 2), trial).write(encoder);
    }
  }

  @BeforeEach
  void start() throws IOException {
    SmallModels.makeIn(Files.createDirectories(folder.resolve("home")));
    models = folder.resolve("home/models");
    SharedFixture.copy(given.resolve(NAME), models.resolve(NAME), "");
    Manifest.read(models).with(models, NAME).write(models);
    here = Here.in(folder).onRealTime();
    Files.writeString(folder.resolve("a.jsonl"), "{\"text\":\"job work position\"}\n");
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
  }

  @Test
  void isInUseOnceItIsChosenAndApproved() throws IOException {
    assertThat(inUse()).isFalse();
    assertThat(here.vigie("models", "encoder", NAME)).as(here.err()).isZero();
    assertThat(here.out()).isEqualTo("in use: encoder-1; type ./vigie models approve\n");
    assertThat(inUse()).isTrue();
    assertThat(here.vigie("run", "--quiet", "--input", "a.jsonl")).isEqualTo(4);
    assertThat(here.err()).contains("must be those that this workspace approved");

    assertThat(here.vigie("models", "approve")).isZero();
    assertThat(here.vigie("run", "--quiet", "--input", "a.jsonl")).as(here.err()).isZero();

    assertThat(here.vigie("models", "encoder", "off")).isZero();
    assertThat(inUse()).isFalse();
    assertThat(here.vigie("models", "encoder", "off")).isEqualTo(4);
  }

  @Test
  void stopsARunBeforeTheJobWhereItDoesNotWork() throws IOException {
    float[] wrong = new float[EnglishEncoder.DIMENSION];
    wrong[0] = 1;
    EnglishEncoder.head(wrong, 2, new EncoderHead.Bounds(-3, 3, 2), wrong)
        .write(models.resolve(NAME));
    assertThat(here.vigie("models", "encoder", NAME)).isEqualTo(4);
    assertThat(here.err()).contains("encoder-1/head.json must have the hash");
    Manifest listed = Manifest.read(models).with(models, NAME);
    listed.write(models);
    assertThat(here.vigie("models", "encoder", NAME)).isEqualTo(4);
    assertThat(here.err()).contains("the encoder encoder-1 can't be used: the trial sentence must");
    assertThat(inUse()).isFalse();

    listed.withActive(SignEncoder.FORM, NAME).write(models);
    assertThat(here.vigie("models", "approve")).isZero();
    assertThat(here.vigie("run", "--quiet", "--input", "a.jsonl")).isEqualTo(4);

    assertThat(here.err()).contains("the encoder encoder-1 can't be used: the trial sentence must");
    assertThat(folder.resolve("vigie-workspace/index")).doesNotExist();
  }

  private boolean inUse() throws IOException {
    return Manifest.read(models).active().containsKey(SignEncoder.FORM);
  }
}
