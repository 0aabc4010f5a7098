package org.vigie.web.pages.part;

import java.util.Map;
import org.vigie.web.Answer;

/** The grounds that a person must give where others rely on what is said. */
public final class Grounds {
  /** Characters below which nobody can follow the grounds. */
  public static final int SHORTEST = 8;

  private Grounds() {}

  public static Answer tooShort() {
    return new Answer.Page(422, "error", Map.of("phrase", "error.grounds", "detail", ""));
  }
}
