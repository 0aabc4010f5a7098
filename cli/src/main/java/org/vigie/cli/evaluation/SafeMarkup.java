package org.vigie.cli.evaluation;

import org.vigie.text.safe.SafeText;

/** Text made safe to stand in HTML and SVG. */
final class SafeMarkup {
  private SafeMarkup() {}

  static String text(String raw) {
    return SafeText.line(raw)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
