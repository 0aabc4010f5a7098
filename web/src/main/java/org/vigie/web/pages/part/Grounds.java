package org.vigie.web.pages.part;

import org.vigie.web.Answer;

/** The grounds that a person must give where others rely on what is said. */
public final class Grounds {
  /** Characters below which nobody can follow the grounds. */
  public static final int SHORTEST = 8;

  private Grounds() {}

  public static Answer tooShort() {
    return Answer.Page.error(422, "error.grounds");
  }
}
