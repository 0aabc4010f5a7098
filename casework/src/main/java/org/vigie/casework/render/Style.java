package org.vigie.casework.render;

/**
 * How marks are made in printed text.
 *
 * @param colours whether the terminal understands ANSI escapes
 */
public record Style(boolean colours) {

  /** Returns a matched or quoted stretch, marked. */
  public String mark(String text) {
    return colours ? "\u001B[1;33m" + text + "\u001B[0m" : "«" + text + "»";
  }

  /** Returns a heading. */
  public String heading(String text) {
    return colours ? "\u001B[1m" + text + "\u001B[0m" : text;
  }

  /** Returns text that matters less. */
  public String faint(String text) {
    return colours ? "\u001B[2m" + text + "\u001B[0m" : text;
  }
}
