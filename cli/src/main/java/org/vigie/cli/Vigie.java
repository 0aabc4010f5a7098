package org.vigie.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.RootCommand;
import org.vigie.files.owner.ProcessUmask;

/** The program. */
public final class Vigie {
  /** Lucene's hint at an incubating Java module; held here, because loggers are held weakly. */
  private static final Logger VECTOR_HINT =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  private Vigie() {}

  /** Carries out the command that the words name, and ends the process with its exit code. */
  public static void main(String... words) {
    ProcessUmask.restrictToOwner();
    VECTOR_HINT.setLevel(Level.SEVERE);
    System.exit(execute(Environment.ofThisProcess(), words));
  }

  /** Carries out the command that the words name, and returns its exit code. */
  public static int execute(Environment environment, String... words) {
    return RootCommand.commandLine(environment, words).execute(words);
  }
}
