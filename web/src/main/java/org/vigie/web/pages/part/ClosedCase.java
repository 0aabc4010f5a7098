package org.vigie.web.pages.part;

import org.vigie.web.Answer;

/** The answer to whoever would work on a case that is closed. */
public final class ClosedCase {
  private ClosedCase() {}

  public static Answer answer() {
    return Answer.Page.error(409, "case.is-closed");
  }
}
