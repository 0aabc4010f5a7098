package org.vigie.world;

/**
 * What a site answers to one address.
 *
 * @param contentType with its charset, UTF-8 always
 * @param body the text
 */
public record ServedPage(String contentType, String body) {
  static ServedPage html(String body) {
    return new ServedPage("text/html; charset=utf-8", body);
  }

  static ServedPage rss(String body) {
    return new ServedPage("application/rss+xml; charset=utf-8", body);
  }

  static ServedPage text(String body) {
    return new ServedPage("text/plain; charset=utf-8", body);
  }
}
