package org.vigie.pipeline.intake;

/** Says that an input as a whole can't be read, and what to do. */
public final class UnreadableInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableInputException(String message) {
    super(message);
  }
}
