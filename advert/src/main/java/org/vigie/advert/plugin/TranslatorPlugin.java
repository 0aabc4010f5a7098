package org.vigie.advert.plugin;

import java.io.IOException;

/** Puts a text into another language. */
public non-sealed interface TranslatorPlugin extends Plugin {
  /**
   * Returns a text in another language.
   *
   * @param from ISO 639-1 code of its language
   * @param to ISO 639-1 code of the other
   * @throws IOException if it can't, with a message that quotes no text
   */
  String translate(String text, String from, String to) throws IOException;
}
