package org.vigie.cli.progress;

import java.util.List;
import org.vigie.casework.environment.Environment;

/** The place where one long step shows how far it is. */
public interface Display extends AutoCloseable {
  /**
   * Shows how far the step is.
   *
   * @param done work done
   * @param total work in all as known now, at least {@code done}
   * @param detail counts in words
   */
  void show(long done, long total, String detail);

  /** Shows lines above the bar, in place of those before; elsewhere than on a terminal nothing. */
  default void table(List<String> lines) {}

  /** Says something that happened, on a line of its own. */
  void say(String line);

  /** Ends the step; a bar is taken away. */
  @Override
  void close();

  /**
   * Returns a display that suits: a bar on a terminal, a plain line every few seconds elsewhere,
   * nothing if quiet.
   *
   * @param step what is done, one word
   * @param unit what work is counted in
   */
  static Display of(Environment environment, boolean quiet, String step, Unit unit) {
    if (quiet) {
      return new SilentDisplay(environment.err());
    }
    return environment.terminals().err()
        ? new BarDisplay(environment.err(), step, unit)
        : new LineDisplay(environment.err(), environment.clock(), step, unit);
  }

  /** What work is counted in. */
  enum Unit {
    PAGES(" pages", 1),
    PARTS("", 1),
    BYTES(" KiB", 1 << 10);

    final String label;
    final long size;

    Unit(String label, long size) {
      this.label = label;
      this.size = size;
    }
  }
}
