package org.vigie.classifier.encoder;

/** A text that an encoder could not turn into a vector. Never says what the text was. */
public final class EncoderException extends Exception {
  private static final long serialVersionUID = 1L;

  public EncoderException(String message) {
    super(message);
  }

  public EncoderException(String message, Throwable cause) {
    super(message, cause);
  }
}
