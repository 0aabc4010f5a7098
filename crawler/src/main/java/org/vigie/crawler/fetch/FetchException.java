package org.vigie.crawler.fetch;

import java.io.IOException;
import java.net.UnknownHostException;
import org.vigie.crawler.frontier.CrawlOutcome;

/** Says that a request brought no answer, and why. */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    TIMEOUT(CrawlOutcome.TIMEOUT, true),
    CONNECTION(CrawlOutcome.CONNECTION_FAILED, true),
    TLS(CrawlOutcome.TLS_FAILED, false),
    UNKNOWN_HOST(CrawlOutcome.UNKNOWN_HOST, false),
    ADDRESS_REFUSED(CrawlOutcome.ADDRESS_REFUSED, false),
    PROTOCOL(CrawlOutcome.BAD_HTTP, false);

    private final CrawlOutcome outcome;
    private final boolean transientFailure;

    Kind(CrawlOutcome outcome, boolean transientFailure) {
      this.outcome = outcome;
      this.transientFailure = transientFailure;
    }

    /** Returns what the URL that was asked for comes to by it. */
    public CrawlOutcome outcome() {
      return outcome;
    }

    /** Returns the name used in reports. */
    public String label() {
      return outcome.label();
    }

    /** Returns whether asking again soon may help. */
    public boolean isTransient() {
      return transientFailure;
    }

    /** Returns whether every address of the host would bring the same. */
    public boolean isOfTheHost() {
      return outcome.isOfTheHost();
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
