package org.vigie.cli.command.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;
import org.vigie.web.witness.WitnessServer;

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
  void saysWhatNobodyCanKnowWithoutAWitness() {
    assertThat(here.vigie("audit", "verify")).isZero();
    assertThat(here.out())
        .contains("no witness is named: nobody can know whether log, heads and key were cut")
        .endsWith("2 lines, 2 signed heads, 0 lines not signed yet: the log agrees with itself\n");
  }

  @Test
  void saysWhoSawPastAForeignByte() throws Exception {
    Path log = workspace.resolve("audit/audit.jsonl");
    byte[] bytes = Files.readAllBytes(log);
    bytes[0] = (byte) 0xff;
    Files.write(log, bytes);

    assertThat(here.vigie("audit", "who-saw", "a-0123456789abcdef0123")).isEqualTo(8);
    assertThat(here.out()).contains("It was shown 0 times.");
    assertThat(here.err()).contains("1 line is torn or changed in the log, the first is line 1");
  }

  @Test
  void asksTheWitnessThatTheSettingsName() throws Exception {
    Files.writeString(workspace.resolve("vigie.yaml"), "audit: {witness: ../elsewhere}");
    here.vigie("search", "three");
    assertThat(here.vigie("audit", "verify")).isZero();
    assertThat(here.out())
        .endsWith("3 lines, 3 signed heads, 0 lines not signed yet: the log is whole\n");

    Path audit = workspace.resolve("audit");
    for (String file : List.of("audit.jsonl", "heads.jsonl")) {
      Files.write(audit.resolve(file), Files.readAllLines(audit.resolve(file)).subList(0, 2));
    }
    assertThat(here.vigie("audit", "verify")).isEqualTo(8);
    assertThat(here.out()).contains("as the witness at ../elsewhere was told", "NOT whole");
  }

  @Test
  void asksAWitnessOnAnotherMachine() throws Exception {
    try (WitnessServer server =
        WitnessServer.start("127.0.0.1", 0, folder.resolve("kept"), List.of("unit-7"))) {
      String place = "http://127.0.0.1:%d/unit-7".formatted(server.port());
      Files.writeString(workspace.resolve("vigie.yaml"), "audit: {witness: '%s'}".formatted(place));
      here.vigie("search", "three");
      int exit = here.vigie("audit", "verify");
      assertThat(exit).as(here.out() + here.err()).isZero();

      for (String file : List.of("audit.jsonl", "heads.jsonl", "key.pem", "key.pem.pub")) {
        Files.delete(workspace.resolve("audit").resolve(file));
      }
      assertThat(here.vigie("audit", "verify")).isEqualTo(8);
      assertThat(here.out()).contains("deleted", "is gone");
      Files.writeString(workspace.resolve("vigie.yaml"), "");
      assertThat(here.vigie("audit", "verify", "--witness", place)).isEqualTo(8);
    }
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
    assertThat(here.err()).contains("key.pem must be the private key");
    assertThat(elsewhere).as("no other key is made").doesNotExist();
    Files.createDirectory(elsewhere);
    for (String name : new String[] {"key.pem", "key.pem.pub", "heads.jsonl"}) {
      Files.copy(workspace.resolve("audit").resolve(name), elsewhere.resolve(name));
    }
    here.vigie("search", "three");

    assertThat(Files.size(elsewhere.resolve("heads.jsonl")))
        .isGreaterThan(Files.size(workspace.resolve("audit/heads.jsonl")));
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
