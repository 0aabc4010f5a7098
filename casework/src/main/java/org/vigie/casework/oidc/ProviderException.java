package org.vigie.casework.oidc;

/** Tells that a provider could not be reached, or that what came from it can't be believed. */
public final class ProviderException extends Exception {
  private static final long serialVersionUID = 1L;

  ProviderException(String message) {
    super(message);
  }

  ProviderException(String message, Throwable cause) {
    super(message, cause);
  }
}
