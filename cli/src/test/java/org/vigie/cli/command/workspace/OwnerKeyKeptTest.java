package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.casework.Readme;
import org.vigie.casework.custody.KeyGrant;
import org.vigie.casework.environment.Here;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.workspace.Workspace;

/** An owner's key, of which nobody alone gets rid on the command line. */
class OwnerKeyKeptTest {
  private static final String[] ACCEPT = {
    "audit", "accept-database", "--why", "the disk lost the database"
  };
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2099-01-01T00:00:00Z"));

  @TempDir Path folder;
  private Workspace workspace = new Workspace(Path.of(""));
  private Here here = Here.in(Path.of(""));
  private Path before = Path.of("");

  @BeforeEach
  void register() throws Exception {
    here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    workspace = new Workspace(folder.resolve("vigie-workspace"));
    CaseDatabase.open(workspace.database(), SettingsInForce.SCHEMA).close();
    before = Files.copy(workspace.database(), folder.resolve("before"));
    make("k1");
    make("k2");
    assertThat(register("k1")).as(here.err()).isZero();
  }

  @Test
  void isNotLostWithTheDatabaseForOneWhoWorksAloneByTheSettings() throws Exception {
    Files.writeString(workspace.config(), "web: {alone: true}\n");
    Files.move(workspace.database().getParent(), folder.resolve("aside"));
    assertIsRefused();
    assertThat(workspace.database()).doesNotExist();

    here.user("eva");
    assertThat(here.vigie(ACCEPT)).as("two people: " + here.err()).isZero();
    assertThat(Files.readString(workspace.audit().resolve("audit.jsonl")))
        .contains("with=analyst")
        .doesNotContain("with=alone");
  }

  @Test
  void norForTheOnlyOneWhoEverSignedIn() throws Exception {
    new MandateCheck(here.environment())
        .auditLog(workspace)
        .append(Instant.now(), "analyst", AuditEvent.of("sign-in", "").in("s-1"), MANDATE);
    Files.writeString(workspace.config(), "web: {alone: true}\n");
    Files.move(workspace.database().getParent(), folder.resolve("aside"));
    assertIsRefused();
    assertThat(workspace.database()).doesNotExist();
  }

  @Test
  void norByAServiceThatStartedAloneBefore(@TempDir Path other) throws Exception {
    Here there = Here.in(other).home(Readme.project()).onRealTime();
    assertThat(there.vigie("init", "--trial")).as(there.err()).isZero();
    Workspace served = new Workspace(other.resolve("vigie-workspace"));
    new MandateCheck(there.environment())
        .auditLog(served)
        .append(Instant.now(), "analyst", AuditEvent.of("serve", "alone"), MANDATE);
    Files.copy(folder.resolve("k1.pub"), other.resolve("k1.pub"));
    assertThat(there.vigie("keys", "register-owner", "k1.pub")).as(there.err()).isZero();
    Files.delete(served.database());

    assertThat(there.vigie(ACCEPT)).isEqualTo(4);
    assertThat(there.err()).contains("an owner's key was registered");
  }

  @Test
  void norByACopyOfTheDatabaseFromBefore() throws Exception {
    Files.writeString(workspace.config(), "web: {alone: true}\n");
    Files.move(before, workspace.database(), StandardCopyOption.REPLACE_EXISTING);
    assertIsRefused();
  }

  @Test
  void isNotReplacedNorSparedWhileThereIsNoAccount() {
    assertThat(register("k2")).isEqualTo(4);
    assertThat(here.err())
        .contains("register-owner must be granted by the owner's key", "an admin's first");
    assertThat(register("k1")).as("again").isEqualTo(4);
    assertThatThrownBy(() -> new KeyGrant(workspace, here.environment()).take("rotate-seal"))
        .hasMessageContaining("rotate-seal must be granted by the owner's key");
  }

  private void assertIsRefused() {
    for (int i = 0; i < 2; i++) {
      assertThat(here.vigie(ACCEPT)).as("one person, however often").isEqualTo(4);
      assertThat(here.err())
          .contains("must be accepted by a second person", "an owner's key was registered");
    }
  }

  private int register(String key) {
    return here.vigie("keys", "register-owner", key + ".pub");
  }

  private void make(String name) {
    Here maker = Here.in(folder).home(Readme.project()).piped("a sentence for the key\n");
    assertThat(maker.vigie("keys", "make-owner", "--out", name)).as(maker.err()).isZero();
  }
}
