package org.vigie.crawler.loop;

import java.io.IOException;

/** Tells crawler4j that there is no page; why, its {@link PageOutcomes} say. */
final class NoPageException extends IOException {
  private static final long serialVersionUID = 1L;

  NoPageException() {
    super("no page");
  }

  /** It is no error: where it was thrown tells nothing. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
