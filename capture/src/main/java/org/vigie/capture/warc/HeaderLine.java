package org.vigie.capture.warc;

/** One header line of an HTTP message, as it was received. */
public record HeaderLine(String name, String value) {
  public HeaderLine {
    if (name.isEmpty() || hasLineBreak(name) || hasLineBreak(value)) {
      throw new IllegalArgumentException(
          "a header line needs a name and no line break, but its name was '" + name + "'");
    }
  }

  private static boolean hasLineBreak(String text) {
    return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
  }
}
