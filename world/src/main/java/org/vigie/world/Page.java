package org.vigie.world;

/**
 * What a site answers to one address.
 *
 * @param contentType with its charset, UTF-8 always
 * @param body the text
 */
public record Page(String contentType, String body) {
  static Page html(String body) {
    return new Page("text/html; charset=utf-8", body);
  }

  static Page rss(String body) {
    return new Page("application/rss+xml; charset=utf-8", body);
  }

  static Page text(String body) {
    return new Page("text/plain; charset=utf-8", body);
  }
}
