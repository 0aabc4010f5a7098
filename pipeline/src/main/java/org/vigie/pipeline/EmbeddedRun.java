package org.vigie.pipeline;

import java.io.IOException;
import java.util.function.Consumer;

/** Runs the job on this machine until every accepted input is read, from where it last stopped. */
public final class EmbeddedRun {
  public EmbeddedRun(Workspace workspace, RunConfig config) {}

  /**
   * @throws WorkspaceInUseException if another process runs on the workspace
   */
  public RunReport run(Consumer<RunProgress> onProgress) throws IOException, InterruptedException {
    throw new IllegalStateException("placeholder");
  }
}
