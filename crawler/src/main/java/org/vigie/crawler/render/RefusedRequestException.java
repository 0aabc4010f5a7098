package org.vigie.crawler.render;

import org.vigie.crawler.frontier.CrawlOutcome;

/** Says that a page that is rendered gets nothing from an address, and why. */
public final class RefusedRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String outcome;

  /**
   * @param outcome short name, as reports count it, such as {@code robots-disallowed}
   */
  public RefusedRequestException(String outcome) {
    super("a page must not have what it asks for: " + outcome);
    this.outcome = outcome;
  }

  public RefusedRequestException(CrawlOutcome outcome) {
    this(outcome.label());
  }

  public String outcome() {
    return outcome;
  }

  /** It is no error: where it was thrown tells nothing. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
