package org.vigie.casework.meaning;

/**
 * What a machine made of a foreign text: shown, marked as machine-made, and kept nowhere.
 *
 * @param text plain text without markup or addresses that open; empty if there is none
 * @param by who made it
 * @param whole whether all of the advert was given to it
 */
public record Translation(String text, String by, boolean whole) {
  /** Returns whether it was asked, but gave nothing. */
  public boolean failed() {
    return text.isEmpty();
  }
}
