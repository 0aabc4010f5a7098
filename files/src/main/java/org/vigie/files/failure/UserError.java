package org.vigie.files.failure;

/** Says that a command was not carried out, why, and what to do about it. */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Exit exit;

  public UserError(Exit exit, String message) {
    super(message);
    this.exit = exit;
  }

  public UserError(Exit exit, String message, Throwable cause) {
    super(message, cause);
    this.exit = exit;
  }

  /** Returns the way in which the command ends. */
  public Exit exit() {
    return exit;
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
