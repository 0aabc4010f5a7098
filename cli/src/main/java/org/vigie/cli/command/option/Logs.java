package org.vigie.cli.command.option;

import org.vigie.pipeline.workspace.Workspace;

/** Where log lines go: to a file in the workspace, and nothing but errors to the screen. */
public final class Logs {
  private Logs() {}

  /** Sends log lines to {@code logs/vigie.log} of a workspace; call it before anything logs. */
  public static void into(Workspace workspace) {
    System.setProperty("vigie.log", workspace.root().resolve("logs/vigie.log").toString());
    System.setProperty("log4j2.configurationFile", "log4j2-workspace.xml");
  }
}
