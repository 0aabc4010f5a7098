package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.workspace.Workspace;

class ConsoleLogTest {
  private static final List<String> SCHEMA =
      List.of("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");

  @TempDir Path folder;
  private Workspace workspace = new Workspace(Path.of(""));
  private Here here = Here.in(Path.of(""));

  @BeforeEach
  void makeWorkspace() {
    here = Here.in(folder);
    assertThat(here.vigie("init", "--trial", "--workspace", "ws")).as(here.err()).isZero();
    workspace = new Workspace(folder.resolve("ws"));
  }

  @Test
  void countsWhatAnActChanged() throws Exception {
    ConsoleLog log = log();
    log.log("ana", AuditEvent.of("alteration POST /cases", ""));
    log.count();
    change();
    log.count();
    log.count();

    assertThat(lines()).hasSize(2);
    assertThat(lines().getLast()).contains("\"command\":\"database counted\"", "\"database\":1");
  }

  @Test
  void countsAtItsBeginWhatAKillLeftUncounted() throws Exception {
    log().log("ana", AuditEvent.of("alteration POST /cases", ""));
    change();

    ConsoleLog next = log();
    next.begin();
    next.log("ana", AuditEvent.of("consultation GET /cases", ""));

    assertThat(lines()).hasSize(3);
    assertThat(lines().get(1)).contains("\"command\":\"database counted\"", "\"database\":1");
  }

  private ConsoleLog log() {
    return new ConsoleLog(here.environment(), workspace, Optional.empty());
  }

  private void change() {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), SCHEMA)) {
      database.run("INSERT INTO note (text) VALUES ('invented')");
    }
  }

  private List<String> lines() throws Exception {
    return Files.readAllLines(MandateCheck.log(workspace));
  }
}
