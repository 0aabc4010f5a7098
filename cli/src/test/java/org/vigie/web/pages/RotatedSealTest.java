package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Enclosure;
import org.vigie.casework.Enclosures;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.SealedSecrets;
import org.vigie.files.fault.Failpoint;
import org.vigie.files.seal.KeySource;
import org.vigie.files.seal.SealingKey;
import org.vigie.pipeline.workspace.Workspace;

/** The key that seals can be changed, and no kill on the way makes anything unreadable. */
class RotatedSealTest {
  private static final String SAID = "what a witness said";

  /** A workspace whose files and secrets are sealed. */
  private static final SharedFixture SEALED = new SharedFixture(RotatedSealTest::sealIn);

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private Workspace workspace = new Workspace(Path.of(""));

  @BeforeEach
  void seal() throws Exception {
    SEALED.copyTo(folder);
    here = Here.in(folder).onRealTime();
    workspace = new Workspace(folder.resolve("vigie-workspace"));
  }

  private static void sealIn(Path folder) throws Exception {
    Here here = Here.in(folder).onRealTime();
    here.vigie("init", "--trial");
    Workspace workspace = new Workspace(folder.resolve("vigie-workspace"));
    here.vigie("seal", "--new-key", "elsewhere/seal.key");
    Files.writeString(
        workspace.config(), "files: {key: 'file:../elsewhere/seal.key'}\nweb: {alone: true}\n");
    try (ServedConsole served = ServedConsole.on(workspace)) {
      Browser lead = served.as("case-lead");
      lead.post("/cases", Map.of("title", "An operation"));
      for (String each : List.of("a", "b")) {
        lead.upload(
            "/cases/k-1/files", each + ".txt", (SAID + each).getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(here.vigie("seal")).as(here.err()).isZero();
  }

  @Test
  void theFormerKeyAloneOpensNothingAfterIt() throws Exception {
    SealingKey former = keyNow();

    assertThat(here.vigie("keys", "rotate-seal")).as(here.err()).isZero();
    assertThat(here.out()).contains("2 case files and the secrets of");
    requireReadable();
    assertThatThrownBy(() -> ServedConsole.again(workspace, Optional.of(former)))
        .hasMessageContaining("has another");
    assertThat(Files.readAllLines(folder.resolve("elsewhere/seal.key"))).hasSize(1);
    assertThat(here.vigie("audit", "verify")).as(here.out()).isZero();
    assertThat(Files.readString(workspace.audit().resolve("audit.jsonl")))
        .contains("keys rotate-seal", "granted=alone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key-added:1",
        "file-resealed:1",
        "file-resealed:2",
        "secret-resealed:1",
        "secret-resealed:4",
        "all-resealed:1",
        "former-kept:1"
      })
  void goesOnWhereItWasKilledAndAllIsReadableMeanwhile(String place) throws Exception {
    assertThat(KilledCommand.run(folder, place, "keys", "rotate-seal"))
        .as(Files.readString(folder.resolve("killed.log")))
        .isEqualTo(Failpoint.KILLED);
    requireOpens();
    here.vigie("doctor");
    assertThat(here.out()).contains("the key is half way changed");

    assertThat(here.vigie("keys", "rotate-seal")).as(here.err()).isZero();
    assertThat(Files.readAllLines(folder.resolve("elsewhere/seal.key"))).hasSize(1);
    assertThat(Files.readAllLines(folder.resolve("elsewhere/seal.key.former"))).hasSize(1);
    requireReadable();
  }

  @Test
  void isRefusedWhileTheConsoleHasTheFormerKey() throws Exception {
    try (CaseDatabase open = CaseDatabase.open(workspace.database(), List.of())) {
      open.list("SELECT name FROM account", row -> row.getString(1));
      assertThat(here.vigie("keys", "rotate-seal")).isEqualTo(4);
      assertThat(here.err()).contains("stop ./vigie serve first");
    }
    assertThat(Files.readAllLines(folder.resolve("elsewhere/seal.key"))).hasSize(1);
    assertThat(here.vigie("keys", "rotate-seal")).as(here.err()).isZero();
  }

  @Test
  void aKeyInAVariableIsRotatedOnceSomebodyPutANewOneFirst() throws Exception {
    String key = Files.readString(folder.resolve("elsewhere/seal.key")).strip();
    Files.writeString(workspace.config(), "files: {key: 'env:SEAL'}\nweb: {alone: true}\n");
    assertThat(here.with("SEAL", key).vigie("keys", "rotate-seal")).isEqualTo(4);
    assertThat(here.err()).contains("the new key must stand before the former one");

    String next = SealingKey.random();
    assertThat(here.with("SEAL", next + " " + key).vigie("keys", "rotate-seal")).isZero();
    assertThat(here.out()).contains("Take the former key out");
    ServedConsole.again(workspace, new KeySource("env:SEAL", folder).read(Map.of("SEAL", next)))
        .close();
  }

  private SealingKey keyNow() {
    return new KeySource("file:../elsewhere/seal.key", workspace.root())
        .read(Map.of())
        .orElseThrow();
  }

  private void requireOpens() throws Exception {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Console.SCHEMA)) {
      SealedSecrets.requireKey(database, Optional.of(keyNow()));
      Enclosures files =
          new Enclosures(
              database,
              workspace.database().resolveSibling("enclosures"),
              Clock.systemUTC(),
              Optional.of(keyNow()));
      CaseFile known =
          new Cases(database, Clock.systemUTC()).find("case-lead", "k-1").orElseThrow();
      for (Enclosure one : files.in(known)) {
        assertThat(new String(files.content(one), StandardCharsets.UTF_8)).startsWith(SAID);
      }
    }
  }

  private void requireReadable() throws Exception {
    try (ServedConsole served = ServedConsole.again(workspace, Optional.of(keyNow()))) {
      Browser lead = served.as("case-lead");
      served.because(lead, "k-1");
      assertThat(lead.get("/cases/k-1/files/1").body()).isEqualTo(SAID + "a");
      assertThat(lead.get("/cases/k-1/files/2").body()).isEqualTo(SAID + "b");
    }
  }
}
