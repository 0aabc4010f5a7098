package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.pipeline.workspace.Workspace;

/** {@code vigie restore}: keys whose place the audit log's key took, which mark former searches. */
class RestoreFormerKeysTest {
  private static final String WORDS = "+1 555 0100";
  private static final String KEY = "audit/key.pem";
  private static final String FIRST = KEY + ".former-1";
  private static final String SECOND = KEY + ".former-2";

  @TempDir Path folder;

  private Here here = Here.in(Path.of(""));
  private Set<String> marks = Set.of();

  @BeforeEach
  void backUpALogWhoseKeyChangedTwice() throws Exception {
    here = Here.in(folder);
    vigie("init", "--trial");
    Workspace inUse = new Workspace(folder.resolve("vigie-workspace"));
    Files.writeString(inUse.config(), "web: {alone: true}\n");
    vigie("keys", "rotate-audit");
    vigie("keys", "rotate-audit");
    vigie("backup", "--to", "copy");
    marks = marks(inUse.root());
    assertThat(marks).hasSize(3);
  }

  @Test
  void areTakenFromTheWorkspaceInUse() throws Exception {
    vigie("restore", "--from", "copy", "--to", "new");

    assertThat(marks(folder.resolve("new"))).isEqualTo(marks);
    assertThat(here.err()).doesNotContain("key");
  }

  @Test
  void areTakenFromTheWorkspaceInUseThoughTheKeyChangedAgain() throws Exception {
    vigie("keys", "rotate-audit");

    vigie("restore", "--from", "copy", "--to", "new");

    assertThat(marks(folder.resolve("new"))).isEqualTo(marks);
  }

  @Test
  void areTakenFromFiles() throws Exception {
    Path kept = keep();
    Path first = Files.move(kept.resolve(FIRST), folder.resolve("first.pem"));
    Path second = Files.move(kept.resolve(SECOND), folder.resolve("second.pem"));
    String last = kept.resolve(KEY).toString();

    vigie(
        "restore",
        "--from",
        "copy",
        "--to",
        "new",
        "--audit-key",
        first.toString(),
        last,
        "--audit-key",
        second.toString());

    assertThat(marks(folder.resolve("new"))).isEqualTo(marks);
  }

  @Test
  void areTakenFromBesideTheKey() throws Exception {
    String last = keep().resolve(KEY).toString();

    vigie("restore", "--from", "copy", "--to", "new", "--audit-key", last);

    assertThat(marks(folder.resolve("new"))).isEqualTo(marks);
    assertThat(here.err()).doesNotContain("former");
  }

  @Test
  void areNamedWhereTheyAreMissing() throws Exception {
    Path kept = keep();
    Path last = Files.copy(kept.resolve(KEY), folder.resolve("last.pem"));

    vigie("restore", "--from", "copy", "--to", "new", "--audit-key", last.toString());

    assertThat(here.err()).contains("new/" + FIRST, "new/" + SECOND, "looked for", "--audit-key");
    vigie("keys", "rotate-audit", "--workspace", "new");
    Path restored = folder.resolve("new");
    assertThat(restored.resolve(FIRST + ".pub")).as("no other key takes its place").exists();
    Files.copy(kept.resolve(FIRST), restored.resolve(FIRST));
    Files.copy(kept.resolve(SECOND), restored.resolve(SECOND));
    assertThat(marks(restored)).containsAll(marks).hasSize(4);
  }

  @Test
  void areRefusedIfOneIsNoneOfThem() throws Exception {
    String last = keep().resolve(KEY).toString();

    int code =
        here.vigie(
            "restore", "--from", "copy", "--to", "new", "--audit-key", last, "copy/mandate.yaml");

    assertThat(code).isEqualTo(4);
    assertThat(here.err()).contains("mandate.yaml must be the private half");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  /** Another machine has no workspace in use. */
  private Path keep() throws IOException {
    return Files.move(folder.resolve("vigie-workspace"), folder.resolve("kept"));
  }

  private Set<String> marks(Path root) throws IOException {
    Workspace workspace = new Workspace(root);
    return AuditSeal.of(workspace, Settings.of(workspace, here.environment()).custody().audit())
        .marks(WORDS);
  }

  private void vigie(String... words) {
    assertThat(here.vigie(words)).as(here.err()).isZero();
  }
}
