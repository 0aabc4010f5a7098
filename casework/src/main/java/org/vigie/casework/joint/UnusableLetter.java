package org.vigie.casework.joint;

import org.vigie.files.failure.UserError;

/** Says that a letter can't be opened, now or later. */
final class UnusableLetter extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whether nobody needs its file any more. */
  private final boolean isOver;

  private UnusableLetter(String message, boolean isOver) {
    super(message);
    this.isOver = isOver;
  }

  /** Says so of a letter that nobody may or need read any more. */
  static UnusableLetter over(String message) {
    return new UnusableLetter(message, true);
  }

  /** Says so of a letter about which somebody may have to ask its sender. */
  static UnusableLetter wrong(String message) {
    return new UnusableLetter(message, false);
  }

  boolean isOver() {
    return isOver;
  }

  /** Returns what whoever wanted to open it is told. */
  UserError told(String whatBecameOfIt) {
    return UserError.ofInput(String.valueOf(getMessage()) + whatBecameOfIt);
  }
}
