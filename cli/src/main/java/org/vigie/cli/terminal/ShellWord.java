package org.vigie.cli.terminal;

/** A word of a command that somebody is to type into a shell. */
public final class ShellWord {
  private ShellWord() {}

  /**
   * Returns a word between single quotes, which keep everything but a single quote as it is:
   * POSIX.1-2024, Shell Command Language, 2.2.2.
   */
  public static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
