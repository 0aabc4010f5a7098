package org.vigie.cli.command.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.workspace.Workspace;

/** A run in a workspace whose saved state is gone. */
class LostStateTest {
  private static final String SAID = "no saved state goes with the index";

  @TempDir Path folder;

  @Test
  void isSaidBeforeAllIsReadAgainAndInTheSummaryForPrograms() throws Exception {
    Workspace workspace = ExampleWorkspace.in(folder);
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    FolderTree.delete(workspace.state());

    assertThat(here.vigie("run", "--json")).as(here.err()).isZero();

    assertThat(here.err()).containsOnlyOnce(SAID).contains("./vigie restore");
    var report = new ObjectMapper().readTree(here.out());
    assertThat(report.at("/progress/readAnew").asLong())
        .isEqualTo(report.at("/index/adverts").asLong())
        .isPositive();

    FolderTree.delete(workspace.state());
    assertThat(here.vigie("run", "--quiet")).isZero();
    assertThat(here.err()).containsOnlyOnce(SAID);
  }

  @Test
  void isNotSaidAfterRescoringOrOfAFirstRun() throws Exception {
    Workspace workspace = ExampleWorkspace.in(folder);
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    for (String[] command : new String[][] {{"rescore"}, {"rescore", "--apply"}, {"run"}}) {
      assertThat(here.vigie(command)).as(here.err()).isZero();
      assertThat(here.err()).as(command[0]).doesNotContain(SAID);
    }

    FolderTree.delete(workspace.state());
    FolderTree.delete(workspace.index());

    assertThat(here.vigie("run")).as(here.err()).isZero();
    assertThat(here.err()).doesNotContain(SAID);
  }
}
