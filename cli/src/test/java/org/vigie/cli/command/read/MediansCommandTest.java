package org.vigie.cli.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.cli.command.ExampleWorkspace;

class MediansCommandTest {
  @Test
  void writesAFileThatTheModelsFolderCanTakeAndNeverOverOne(@TempDir Path folder) throws Exception {
    ExampleWorkspace.in(folder);
    Here here = Here.in(folder).home(Readme.project()).onRealTime();

    assertThat(here.vigie("medians")).as(here.err()).isZero();
    assertThat(here.out()).startsWith("# Medians of what adverts declare").contains("pay:\n");
    assertThat(here.vigie("medians", "channel:job_board", "--output", "medians.yaml"))
        .as(here.err())
        .isZero();
    assertThat(Files.readString(folder.resolve("medians.yaml"))).contains("price:\n  share: 0.4");
    assertThat(here.vigie("medians", "--output", "medians.yaml")).isEqualTo(4);
  }
}
