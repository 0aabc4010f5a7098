package org.vigie.casework.mandate;

import java.io.IOException;
import org.vigie.advert.Finding;
import org.vigie.text.finding.FindingWords;

/** Says why a witness didn't take a head, or didn't tell what it knows. */
public final class WitnessException extends IOException {
  private static final long serialVersionUID = 2L;

  private final Finding why;

  public WitnessException(Finding why) {
    super(FindingWords.english().say(why));
    this.why = why;
  }

  public WitnessException(Finding why, Throwable cause) {
    super(FindingWords.english().say(why), cause);
    this.why = why;
  }

  /** Returns why, to be said in a reader's language. */
  public Finding why() {
    return why;
  }
}
