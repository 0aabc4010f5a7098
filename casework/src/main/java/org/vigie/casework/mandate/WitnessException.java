package org.vigie.casework.mandate;

import java.io.IOException;

/** Says why a witness didn't take a head, or didn't tell what it knows. */
public final class WitnessException extends IOException {
  private static final long serialVersionUID = 1L;

  public WitnessException(String message) {
    super(message);
  }

  public WitnessException(String message, Throwable cause) {
    super(message, cause);
  }
}
