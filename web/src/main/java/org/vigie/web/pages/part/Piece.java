package org.vigie.web.pages.part;

/**
 * A stretch of an advert's text that is shown in one way.
 *
 * @param text shown as text, never as markup
 * @param marks names of styles, apart by spaces; empty for none
 * @param note what the mark means, or empty
 */
public record Piece(String text, String marks, String note) {
  /** A stretch with nothing to say about. */
  static Piece plain(String text) {
    return new Piece(text, "", "");
  }

  /** Returns whether anything is to be said about the stretch. */
  public boolean isMarked() {
    return !marks.isEmpty();
  }

  /** Returns whether its note quotes adverts; any other is a sentence of the machine's. */
  public boolean quotes() {
    return marks.startsWith("slot");
  }
}
