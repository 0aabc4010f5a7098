package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.DefaultFiles;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.MandateFile;

class InitCommandTest {
  private static final Mandate MANDATE =
      new Mandate(
          "Unit 3",
          "Act 12, s. 4",
          "labour fraud",
          "2026-117",
          "A. Prosecutor",
          Instant.parse("2027-01-01T00:00:00Z"));

  @TempDir Path folder;

  @Test
  void asksOnATerminalForWhatIsLeftOutAndAgainForWhatCannotBe() throws Exception {
    Here here =
        Here.in(folder).typed("\nAct 12, s. 4\nlabour fraud\nA. Prosecutor\nsoon\n2026-12-31\n");

    assertThat(here.vigie("init", "--authority", "Unit 3", "--case", "2026-117")).isZero();

    assertThat(written()).isEqualTo(MANDATE);
    assertThat(here.err()).contains("  legal basis: ").doesNotContain("authority: ");
  }

  @Test
  void takesAllFromOptions() throws Exception {
    Here here = Here.in(folder);

    assertThat(
            here.vigie(
                "init",
                "--authority=Unit 3",
                "--legal-basis=Act 12, s. 4",
                "--purpose=labour fraud",
                "--case=2026-117",
                "--approved-by=A. Prosecutor",
                "--valid-until=2026-12-31"))
        .isZero();

    assertThat(written()).isEqualTo(MANDATE);
    assertThat(here.out())
        .isEqualTo(
            """
            wrote vigie-workspace/mandate.yaml
            wrote vigie-workspace/vigie.yaml
            wrote vigie-workspace/queries.yaml
            The mandate holds until 2027-01-01 00:00 UTC.
            Next: ./vigie run --input FILE
            """);
    assertThat(folder.resolve("vigie-workspace/vigie.yaml"))
        .content()
        .isEqualTo(DefaultFiles.settings());
  }

  @Test
  void leavesTheFolderOpenToAGroupThatTheSettingsNameAndToNobodyElse() throws Exception {
    for (boolean isNamed : List.of(true, false)) {
      Path root = Files.createDirectories(folder.resolve("open-" + isNamed));
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwx---"));
      String group = Files.readAttributes(root, PosixFileAttributes.class).group().getName();
      Here here = Here.in(folder);
      if (isNamed) {
        here.with("VIGIE_FILES_GROUP", group);
      }

      assertThat(here.vigie("init", "--trial", "--workspace", root.toString()))
          .as(here.err())
          .isZero();

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
          .isEqualTo(isNamed ? "rwxrwx---" : "rwx------");
    }
  }

  @Test
  void takesAllFromAFile() throws Exception {
    MandateFile.write(folder.resolve("m.yaml"), MANDATE);

    assertThat(Here.in(folder).vigie("init", "--mandate", "m.yaml")).isZero();

    assertThat(written()).isEqualTo(MANDATE);
  }

  @Test
  void keepsSettingsAndReplacesAMandateOnlyWhenTold() throws Exception {
    Here here = Here.in(folder);
    here.vigie("init", "--trial");
    Files.writeString(folder.resolve("vigie-workspace/vigie.yaml"), "search: {limit: 3}\n");

    assertThat(here.vigie("init", "--trial")).isEqualTo(4);
    assertThat(here.err()).contains("holds a mandate already");
    assertThat(here.vigie("init", "--trial", "--replace")).isZero();
    assertThat(here.out()).contains("kept  vigie-workspace/vigie.yaml");
    assertThat(folder.resolve("vigie-workspace/vigie.yaml")).content().contains("limit: 3");
  }

  @Test
  void refusesAMandateThatHasEndedAlready() {
    Here here = Here.in(folder).at(Instant.parse("2027-01-01T00:00:00Z"));

    assertThat(
            here.vigie(
                "init",
                "--authority=a",
                "--legal-basis=b",
                "--purpose=c",
                "--case=d",
                "--approved-by=e",
                "--valid-until=2026-12-31"))
        .isEqualTo(3);
    assertThat(folder.resolve("vigie-workspace")).doesNotExist();
  }

  @Test
  void writesNothingWhenTheAnswersEnd() {
    Here here = Here.in(folder).typed("Unit 3\n");

    assertThat(here.vigie("init")).isEqualTo(3);
    assertThat(here.err()).endsWith("but the answers ended before it\n");
    assertThat(folder.resolve("vigie-workspace")).doesNotExist();
  }

  private Mandate written() {
    return MandateFile.read(folder.resolve("vigie-workspace/mandate.yaml"), "mandate.yaml");
  }
}
