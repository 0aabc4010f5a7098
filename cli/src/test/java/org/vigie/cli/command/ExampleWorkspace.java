package org.vigie.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.pipeline.workspace.Workspace;

/** A workspace into which the example adverts of the documentation were read. */
public final class ExampleWorkspace {
  private static final SharedFixture EXAMPLES = new SharedFixture(ExampleWorkspace::make);

  private ExampleWorkspace() {}

  /** Returns one of a test's own, which it may run again. */
  public static Workspace in(Path folder) throws Exception {
    EXAMPLES.copyTo(folder);
    return new Workspace(folder.resolve("vigie-workspace"));
  }

  private static void make(Path folder) {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    String examples = Readme.project().resolve("docs/examples/adverts.jsonl").toString();
    assertThat(here.vigie("run", "--input", examples)).as(here.err()).isZero();
  }
}
