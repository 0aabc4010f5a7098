package org.vigie.pipeline.workspace;

/** Says that parts of a workspace don't go together, and what to do. */
public final class UnusableWorkspaceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableWorkspaceException(String message) {
    super(message);
  }
}
