package org.vigie.console;

import org.vigie.console.command.RootCommand;
import org.vigie.console.surroundings.Surroundings;

/** The program. */
public final class Vigie {
  private Vigie() {}

  /** Carries out the command that the words name, and ends the process with its exit code. */
  public static void main(String... words) {
    System.exit(execute(Surroundings.ofThisProcess(), words));
  }

  /** Carries out the command that the words name, and returns its exit code. */
  public static int execute(Surroundings surroundings, String... words) {
    return RootCommand.commandLine(surroundings).execute(words);
  }
}
