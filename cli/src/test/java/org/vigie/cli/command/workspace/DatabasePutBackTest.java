package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.pipeline.workspace.Workspace;

/** Somebody sets the case database aside, uses up a budget and puts the database back. */
class DatabasePutBackTest {
  @TempDir Path folder;
  private Workspace workspace = new Workspace(Path.of(""));
  private Here here = Here.in(Path.of(""));
  private Path aside = Path.of("");

  @BeforeEach
  void useUpABudget() throws Exception {
    here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    workspace = new Workspace(folder.resolve("vigie-workspace"));
    Files.writeString(workspace.config(), "disclosure: {per-hour: 1}\n");
    Path input =
        Files.writeString(
            folder.resolve("adverts.jsonl"),
            """
            {"id":"job-1","text":"waiter alpha"}
            {"id":"job-2","text":"gardener alpha"}
            """);
    assertThat(here.vigie("run", "--input", input.toString())).as(here.err()).isZero();
    assertThat(here.vigie("restrict")).as("makes a database").isZero();
    aside = Files.copy(workspace.database(), folder.resolve("aside"));
    assertThat(here.vigie("show", "--json", "job-1")).as(here.err()).isZero();
    assertThat(here.vigie("show", "--json", "job-2")).as("budget").isEqualTo(9);
  }

  @Test
  void whichResetsNoBudgetAndIsFoundByEachLookAtTheWorkspace() throws Exception {
    putBack();

    for (String[] command :
        new String[][] {
          {"show", "--json", "job-2"}, {"run"}, {"serve", "--port", "0"}, {"request", "show"}
        }) {
      assertThat(here.vigie(command)).as(command[0]).isEqualTo(4);
      assertThat(here.err())
          .contains("desk.sqlite must be as new as", "./vigie restore", "accept-database");
    }
    assertThat(here.vigie("check")).isEqualTo(8);
    assertThat(here.out()).contains("desk.sqlite must be as new as");
    assertThat(here.vigie("audit", "verify")).isEqualTo(8);
    assertThat(here.out()).contains("desk.sqlite must be as new as");
    here.vigie("doctor");
    assertThat(here.out()).contains("MEND  case database");
  }

  @Test
  void norDoesItResetOneToDamageItOrToAcceptThat() throws Exception {
    Files.writeString(workspace.database(), "no database ".repeat(1_000));

    for (String[] command :
        new String[][] {
          {"show", "--json", "job-2"}, {"audit", "accept-database", "--why", "it broke"}
        }) {
      assertThat(here.vigie(command)).as(command[0]).isEqualTo(4);
      assertThat(here.err()).contains("no database that can be read", "./vigie restore");
    }
  }

  /** An auditor, for whom SQLite can't make the files that it wants beside it. */
  @Test
  void andIsFoundByWhoeverMayOnlyReadTheWorkspace() throws Exception {
    putBack();
    Path console = workspace.database().toAbsolutePath().getParent();
    Set<PosixFilePermission> folderRights = Files.getPosixFilePermissions(console);
    Files.setPosixFilePermissions(console, PosixFilePermissions.fromString("r-x------"));
    Files.setPosixFilePermissions(
        workspace.database(), PosixFilePermissions.fromString("r--------"));
    try {
      assumeThat(Files.isWritable(console)).as("root may always").isFalse();
      assertThat(here.vigie("audit", "verify")).isEqualTo(8);
      assertThat(here.out()).contains("desk.sqlite must be as new as");
    } finally {
      Files.setPosixFilePermissions(console, folderRights);
    }
  }

  @Test
  void norDoesItResetOneToDeleteIt() throws Exception {
    Files.delete(workspace.database());

    assertThat(here.vigie("show", "--json", "job-2")).isEqualTo(4);
    assertThat(here.err()).contains("desk.sqlite must hold accounts", "accept-database");
    assertThat(workspace.database()).doesNotExist();
    assertThat(here.vigie("check")).isEqualTo(8);
  }

  @Test
  void forWhichSomebodyMayAnswerAsTheLogTellsForGood() throws Exception {
    assertThat(here.vigie("audit", "accept-database", "--why", "the disk broke in March"))
        .as("is as it must be")
        .isEqualTo(4);
    putBack();

    assertThat(here.vigie("audit", "accept-database", "--why", "the disk broke in March"))
        .as(here.err())
        .isZero();

    assertThat(here.vigie("show", "--json", "job-2")).as(here.err()).isZero();
    assertThat(here.vigie("audit", "verify")).isZero();
    assertThat(here.out()).contains("a case database was accepted that is older");
    assertThat(Files.readString(workspace.audit().resolve("audit.jsonl")))
        .contains("\"command\":\"audit accept-database\"", "the disk broke in March");
  }

  @Test
  void underAMandateOfItsOwnWhereTheWorkspaceHoldsNone() throws Exception {
    Path mandate = Files.move(workspace.root().resolve("mandate.yaml"), folder.resolve("m.yaml"));
    putBack();

    String[] accept = {"audit", "accept-database", "--why", "the disk broke", "--mandate", ""};
    accept[5] = mandate.toString();
    assertThat(here.vigie(accept)).as(here.err()).isZero();
  }

  @Test
  void whichDoctorSaysItCannotReadWhileItIsLocked() throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + workspace.database());
        Statement statement = db.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");

      assertThat(here.vigie("doctor")).as(here.err()).isNotEqualTo(1);
    }
  }

  @Test
  void unlikeARestoreWhichSetsTheLogBackAsWell() throws Exception {
    String copy = folder.resolve("copy").toString();
    assertThat(here.vigie("backup", "--to", copy)).as(here.err()).isZero();
    assertThat(here.vigie("search", "waiter")).as(here.err()).isZero();

    assertThat(here.vigie("restore", "--from", copy, "--to", "new")).as(here.err()).isZero();

    assertThat(here.vigie("search", "waiter", "--workspace", "new")).as(here.err()).isZero();
    assertThat(here.vigie("check", "--workspace", "new")).as(here.out()).isZero();
  }

  private void putBack() throws Exception {
    Files.move(aside, workspace.database(), StandardCopyOption.REPLACE_EXISTING);
  }
}
