package org.vigie.crawler.fetch;

import java.io.IOException;
import java.net.UnknownHostException;

/** Says that a request brought no answer, and why. */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    TIMEOUT("timeout", true, false),
    CONNECTION("connection-failed", true, false),
    TLS("tls-failed", false, true),
    UNKNOWN_HOST("unknown-host", false, true),
    ADDRESS_REFUSED("address-refused", false, true),
    PROTOCOL("bad-http", false, false);

    private final String label;
    private final boolean transientFailure;
    private final boolean ofTheHost;

    Kind(String label, boolean transientFailure, boolean ofTheHost) {
      this.label = label;
      this.transientFailure = transientFailure;
      this.ofTheHost = ofTheHost;
    }

    /** Returns the name used in reports. */
    public String label() {
      return label;
    }

    /** Returns whether asking again soon may help. */
    public boolean isTransient() {
      return transientFailure;
    }

    /** Returns whether every address of the host would bring the same. */
    public boolean isOfTheHost() {
      return ofTheHost;
    }
  }

  private final Kind kind;

  FetchException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Returns the failure to find out where a host is, or that it may be asked. */
  public static FetchException unresolved(String host, UnknownHostException cause) {
    Kind kind = cause instanceof RefusedAddressException ? Kind.ADDRESS_REFUSED : Kind.UNKNOWN_HOST;
    return new FetchException(
        kind, host + " must have public addresses; found " + kind.label(), cause);
  }

  public Kind kind() {
    return kind;
  }
}
