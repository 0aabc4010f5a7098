package org.vigie.files.failure;

import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;

/** Says that a command was not carried out, why, and what to do about it. */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 2L;

  private final Exit exit;
  private final AlertLine why;

  public UserError(Exit exit, String message) {
    super(message);
    this.exit = exit;
    this.why = AlertLine.of(Finding.NONE);
  }

  public UserError(Exit exit, String message, Throwable cause) {
    super(message, cause);
    this.exit = exit;
    this.why = AlertLine.of(Finding.NONE);
  }

  /**
   * @param why as findings, so that a page says it in its language
   * @param message the same in English
   */
  public UserError(Exit exit, AlertLine why, String message) {
    super(message);
    this.exit = exit;
    this.why = why;
  }

  /** Returns the way in which the command ends. */
  public Exit exit() {
    return exit;
  }

  /** Returns why; a line without a code if there is only the message, in English. */
  public AlertLine why() {
    return why;
  }

  /** Returns a refusal of an input, the configuration or the workspace. */
  public static UserError ofInput(String message) {
    return new UserError(Exit.INPUT, message);
  }

  /** Returns a refusal of the command line. */
  public static UserError ofUsage(String message) {
    return new UserError(Exit.USAGE, message);
  }

  /** Returns a refusal for want of a valid mandate. */
  public static UserError ofMandate(String message) {
    return new UserError(Exit.MANDATE, message);
  }
}
