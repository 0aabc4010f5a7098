package org.vigie.cli.command.option;

import org.jspecify.annotations.Nullable;
import org.vigie.files.failure.UserError;

/** What must hold of options. */
public final class Require {
  private Require() {}

  public static void between(String option, @Nullable Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw UserError.ofUsage(
          "%s must be from %d to %d, but was %d".formatted(option, least, most, value));
    }
  }

  public static void atLeast(String option, @Nullable Integer value, int least) {
    if (value != null && value < least) {
      throw UserError.ofUsage("%s must be at least %d, but was %d".formatted(option, least, value));
    }
  }
}
