package org.vigie.crawler.fetch;

/**
 * What a server gave along with a page, so that it need not send the page again while it is the
 * same (RFC 9110, section 13).
 *
 * @param etag its {@code ETag} as it was sent, or empty
 * @param lastModified its {@code Last-Modified} as it was sent, or empty
 */
public record Validators(String etag, String lastModified) {
  private static final Validators NONE = new Validators("", "");

  /** Returns what asks for the page whatever it is. */
  public static Validators none() {
    return NONE;
  }
}
