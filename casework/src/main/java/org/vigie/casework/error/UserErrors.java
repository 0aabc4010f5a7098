package org.vigie.casework.error;

import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.text.finding.FindingWords;

/** Makes user errors of findings: a command line says them in English, a page in its language. */
public final class UserErrors {
  private UserErrors() {}

  /** Returns a refusal of an input, the configuration or the workspace. */
  public static UserError ofInput(Finding why) {
    return of(Exit.INPUT, AlertLine.of(why));
  }

  /** Returns the same, caused by something else that went wrong. */
  public static UserError ofInput(AlertLine why, Throwable cause) {
    UserError error = of(Exit.INPUT, why);
    error.initCause(cause);
    return error;
  }

  /** Returns a refusal for want of a valid mandate. */
  public static UserError ofMandate(Finding why) {
    return of(Exit.MANDATE, AlertLine.of(why));
  }

  private static UserError of(Exit exit, AlertLine why) {
    return new UserError(exit, why, FindingWords.english().say(why));
  }
}
