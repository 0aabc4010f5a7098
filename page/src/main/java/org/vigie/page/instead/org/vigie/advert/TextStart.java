package org.vigie.page.instead.org.vigie.advert;

/** A text without blanks at its ends: the page takes none that would be cut. */
record TextStart(String text, int whole) {
  static final TextStart EMPTY = new TextStart("", 0);

  static TextStart of(String declared, int room) {
    String text = declared.strip();
    return new TextStart(text, text.length());
  }
}
