package org.vigie.casework.people;

/** Says that more people want to be let in at once than can be asked for their passwords. */
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** After how many seconds it is worth another try. */
  public static final int RETRY_SECONDS = 5;

  BusyException() {
    super("too many sign in at once");
  }
}
