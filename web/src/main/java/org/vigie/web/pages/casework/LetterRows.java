package org.vigie.web.pages.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.vigie.casework.JointLetters;
import org.vigie.exchange.joint.Letter;

/** The contributions of both sides to joint cases, as pages list them. */
public final class LetterRows {
  private final JointLetters letters;
  private final Clock clock;

  public LetterRows(JointLetters letters, Clock clock) {
    this.letters = letters;
    this.clock = clock;
  }

  /** Returns those of a case, the oldest first; a withdrawal stands with what was withdrawn. */
  List<LetterRow> ofCase(String caseId) {
    Instant now = clock.instant();
    return letters.ofCase(caseId).stream()
        .filter(letter -> letter.heading().kind() != Letter.Kind.WITHDRAWAL)
        .map(letter -> LetterRow.of(letter, now))
        .toList();
  }
}
