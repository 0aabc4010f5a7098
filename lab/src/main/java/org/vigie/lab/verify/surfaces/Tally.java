package org.vigie.lab.verify.surfaces;

import java.util.Locale;

/** How many of those asked for were right. */
record Tally(double right, int asked) {
  static final Tally NONE = new Tally(0, 0);

  Tally plus(boolean one) {
    return new Tally(right + (one ? 1 : 0), asked + 1);
  }

  Tally plus(double share) {
    return new Tally(right + share, asked + 1);
  }

  Tally plus(Tally other) {
    return new Tally(right + other.right, asked + other.asked);
  }

  /** Returns the share, 1 where nothing was asked. */
  double share() {
    return asked == 0 ? 1 : right / asked;
  }

  /** Returns the share to two places, or a dash where nothing was asked. */
  String shown() {
    return asked == 0 ? "–" : String.format(Locale.ROOT, "%.2f", share());
  }
}
