package org.vigie.web.pages.part;

import org.vigie.web.Worded;

/**
 * A stretch of an advert's text that is shown in one way.
 *
 * @param text shown as text, never as markup
 * @param marks names of styles, apart by spaces; empty for none
 * @param note what the mark means, or nothing
 */
public record Piece(String text, String marks, Worded note) {
  /** A stretch with nothing to say about. */
  static Piece plain(String text) {
    return new Piece(text, "", Worded.NONE);
  }

  /** Returns whether anything is to be said about the stretch. */
  public boolean isMarked() {
    return !marks.isEmpty();
  }
}
