package org.vigie.advert.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import org.vigie.advert.Advert;

/** Makes adverts of one kind of file. */
public non-sealed interface ReaderPlugin extends Plugin {
  /** Returns the endings of the names of its files, without the point, in small letters. */
  Set<String> endings();

  /**
   * Hands on the adverts of a file, in their order. Mandate and provenance are not for it to say.
   *
   * @param name of the file
   * @throws IOException if it can't be read, with a message that quotes no text
   */
  void read(String name, InputStream file, Consumer<Advert> adverts) throws IOException;
}
