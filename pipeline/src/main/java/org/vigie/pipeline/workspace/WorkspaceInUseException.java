package org.vigie.pipeline.workspace;

import java.nio.file.Path;

/** Says that another process holds a workspace. */
public final class WorkspaceInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WorkspaceInUseException(Path workspace) {
    super(
        "the workspace "
            + workspace
            + " must not be in use by another process; wait for it or stop it");
  }
}
