package org.vigie.capture.state;

/** The few entities that answers leave in plain texts. */
final class Markup {
  private Markup() {}

  /** Returns a text with the entities that Reddit and others write in place of signs. */
  static String decoded(String text) {
    return text.indexOf('&') < 0
        ? text
        : text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&#x200B;", "")
            .replace("&nbsp;", " ")
            .replace("&amp;", "&");
  }
}
