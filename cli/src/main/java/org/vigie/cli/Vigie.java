package org.vigie.cli;

import java.util.Locale;
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
    writeNumbersAlike();
    VECTOR_HINT.setLevel(Level.SEVERE);
    System.exit(execute(Environment.ofThisProcess(), words));
  }

  /**
   * Has all of this process write numbers in digits of ASCII with a decimal point, as headers of
   * WARC and BagIt, CSV and logs need them, whatever the system's language: Java takes that of
   * Nepal, Bangladesh, Myanmar or Iran for a wish for digits of its own.
   */
  static void writeNumbersAlike() {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH);
  }

  /** Carries out the command that the words name, and returns its exit code. */
  public static int execute(Environment environment, String... words) {
    return RootCommand.commandLine(environment, words).execute(words);
  }
}
