package org.vigie.crawler.render;

import java.io.IOException;
import java.util.Locale;

/** Says that a page could not be rendered, and why. */
public final class RenderException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** It never came to an end. */
    TIME,
    /** It took more memory than it may. */
    MEMORY,
    /** Its document is longer than what is kept of one. */
    TOO_LARGE,
    /** Its process, or the browser, broke down. */
    CRASHED;

    /** Returns the name used in reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Kind kind;

  RenderException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
