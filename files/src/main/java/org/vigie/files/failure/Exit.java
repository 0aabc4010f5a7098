package org.vigie.files.failure;

import java.util.ArrayList;
import java.util.List;

/** The ways in which a command can end. */
public enum Exit {
  OK(0, "done"),
  INTERNAL(1, "an error inside Vigie; --debug shows more"),
  USAGE(2, "the command line or a query can't be understood"),
  MANDATE(3, "the mandate is missing, unusable or expired"),
  INPUT(4, "an input, the configuration or the workspace can't be used"),
  DEAD_LETTERS(5, "done, but some records could not be read: see dead-letters.jsonl"),
  IN_USE(6, "another process works in the workspace"),
  TOOLS(7, "a JDK or Maven is missing, or a build or warm-up failed (launcher)"),
  NOT_KEPT(
      8, "what `verify`, `check` or `audit` tested does not hold, or `bench` found a ratio worse"),
  BUDGET(9, "one person or partner was shown as much as one may be"),
  INTERRUPTED(130, "stopped by Ctrl-C; the same command takes up again");

  private final int code;
  private final String meaning;

  Exit(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Returns the exit code of the process. */
  public int code() {
    return code;
  }

  /** Returns what it means, in one line. */
  public String meaning() {
    return meaning;
  }

  /** Returns one line per exit code, for {@code --help}. */
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Exit exit : values()) {
      lines.add("  %3d  %s".formatted(exit.code, exit.meaning));
    }
    return lines;
  }
}
