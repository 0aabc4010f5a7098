package org.vigie.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.surroundings.Here;

class AuditVerifyCommandTest {
  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private Path workspace = Path.of("");

  @BeforeEach
  void act() {
    here = Here.in(folder);
    workspace = folder.resolve("vigie-workspace");
    here.vigie("init", "--trial");
    here.vigie("search", "one");
    here.vigie("search", "two");
  }

  @Test
  void saysThatALogIsWhole() {
    assertThat(here.vigie("audit", "verify")).isZero();
    assertThat(here.out())
        .endsWith("2 lines, 2 signed heads, 0 lines not signed yet: the log is whole\n");
  }

  @Test
  void saysWhereItIsNotAndEndsWithACodeOfItsOwn() throws Exception {
    Path log = workspace.resolve("audit/audit.jsonl");
    Files.writeString(log, Files.readString(log).replaceFirst("\"search\"", "\"charge\""));

    assertThat(here.vigie("audit", "verify")).isEqualTo(8);
    assertThat(here.out())
        .contains("line 1 must be the one signed at", "line 2 must name the hash", "NOT whole");
  }

  @Test
  void takesHeadsAndKeyFromWhereTheSettingsAndTheCommandLineSay() throws Exception {
    Path elsewhere = folder.resolve("elsewhere");
    Files.writeString(
        workspace.resolve("vigie.yaml"),
        "audit: {key: %1$s/key.pem, heads: %1$s/heads.jsonl}".formatted(elsewhere));
    here.vigie("search", "three");

    assertThat(elsewhere.resolve("heads.jsonl")).exists();
    assertThat(here.vigie("audit", "verify")).isZero();
    String former = workspace.resolve("audit").toString();
    assertThat(
            here.vigie(
                "audit",
                "verify",
                "--heads",
                former + "/heads.jsonl",
                "--public-key",
                former + "/key.pem.pub"))
        .isZero();
  }
}
