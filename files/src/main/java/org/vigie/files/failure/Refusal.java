package org.vigie.files.failure;

/** Says that a command was not carried out, why, and what to do about it. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Exit exit;

  public Refusal(Exit exit, String message) {
    super(message);
    this.exit = exit;
  }

  public Refusal(Exit exit, String message, Throwable cause) {
    super(message, cause);
    this.exit = exit;
  }

  /** Returns the way in which the command ends. */
  public Exit exit() {
    return exit;
  }

  /** Returns a refusal of an input, the configuration or the workspace. */
  public static Refusal ofInput(String message) {
    return new Refusal(Exit.INPUT, message);
  }

  /** Returns a refusal of the command line. */
  public static Refusal ofUsage(String message) {
    return new Refusal(Exit.USAGE, message);
  }

  /** Returns a refusal for want of a valid mandate. */
  public static Refusal ofMandate(String message) {
    return new Refusal(Exit.MANDATE, message);
  }
}
