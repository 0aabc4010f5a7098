package org.vigie.cli.command.option;

import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.terminal.ShellWord;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The option that names the workspace: of a command, or before it of the one that it belongs to.
 */
public final class WorkspaceOption {
  /** Where a workspace is looked for when none is named. */
  static final String DEFAULT = "vigie-workspace";

  public static final String NAME = "--workspace";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = NAME,
      paramLabel = "DIR",
      description =
          "Folder that holds all Vigie keeps. Default: $VIGIE_WORKSPACE, else " + DEFAULT + " here")
  private @Nullable String folder;

  /** Returns the workspace that was named, or the default one. */
  public Workspace in(Environment environment) {
    return new Workspace(environment.path(named(environment)));
  }

  /**
   * Returns the workspace to read from: as {@link #in}, but the demo's where there is no other, so
   * that a newcomer can search what the demo has just made.
   */
  public Workspace toReadIn(Environment environment) {
    if (written() == null && leadsToTheDemo(environment)) {
      environment
          .err()
          .printf("There is no %s here: this is the demo's, %s.%n", DEFAULT, DemoWorkspace.DEFAULT);
      return new Workspace(environment.path(DemoWorkspace.DEFAULT));
    }
    return in(environment);
  }

  /**
   * Returns the workspace to read from, as {@link #toReadIn}.
   *
   * @throws UserError if there is no such folder: of a mistyped name nothing can be said
   */
  public Workspace existing(Environment environment) {
    Workspace workspace = toReadIn(environment);
    if (!Files.isDirectory(workspace.root())) {
      throw UserError.ofInput(
          "%s must be a workspace, but there is no such folder; type ./vigie init, or ./vigie demo to look around"
              .formatted(environment.shown(workspace.root())));
    }
    return workspace;
  }

  /** Returns whether commands that read, with no workspace named, read what the demo left here. */
  public static boolean leadsToTheDemo(Environment environment) {
    return variable(environment).isBlank()
        && !Files.exists(environment.path(DEFAULT))
        && DemoWorkspace.isOne(environment.path(DemoWorkspace.DEFAULT));
  }

  /** Returns the option as a command that is to follow repeats it, or nothing if none was named. */
  public String repeated() {
    String written = written();
    return written == null ? "" : " " + NAME + " " + ShellWord.quoted(written);
  }

  private String named(Environment environment) {
    String written = written();
    if (written != null) {
      return written;
    }
    String variable = variable(environment);
    return variable.isBlank() ? DEFAULT : variable;
  }

  /** Returns what the command line says, be it {@code crawl --workspace X status}; else null. */
  private @Nullable String written() {
    CommandSpec parent = command.parent();
    OptionSpec before = parent == null ? null : parent.findOption(NAME);
    return folder != null || before == null ? folder : before.getValue();
  }

  private static String variable(Environment environment) {
    return environment.variables().getOrDefault("VIGIE_WORKSPACE", "");
  }
}
