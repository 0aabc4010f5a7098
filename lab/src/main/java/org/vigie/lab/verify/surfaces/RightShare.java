package org.vigie.lab.verify.surfaces;

import java.util.Locale;

/** How many of those asked for were right. */
record RightShare(double right, int asked) {
  static final RightShare NONE = new RightShare(0, 0);

  RightShare plus(boolean one) {
    return new RightShare(right + (one ? 1 : 0), asked + 1);
  }

  RightShare plus(double share) {
    return new RightShare(right + share, asked + 1);
  }

  RightShare plus(RightShare other) {
    return new RightShare(right + other.right, asked + other.asked);
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
