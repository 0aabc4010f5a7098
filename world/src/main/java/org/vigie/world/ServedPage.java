package org.vigie.world;

/**
 * What a site answers to one address.
 *
 * @param contentType with its charset, UTF-8 always
 * @param body the text
 */
public record ServedPage(String contentType, String body) {
  public static ServedPage html(String body) {
    return new ServedPage("text/html; charset=utf-8", body);
  }

  static ServedPage rss(String body) {
    return new ServedPage("application/rss+xml; charset=utf-8", body);
  }

  public static ServedPage text(String body) {
    return new ServedPage("text/plain; charset=utf-8", body);
  }

  public static ServedPage script(String body) {
    return new ServedPage("text/javascript; charset=utf-8", body);
  }

  public static ServedPage json(String body) {
    return new ServedPage("application/json; charset=utf-8", body);
  }
}
