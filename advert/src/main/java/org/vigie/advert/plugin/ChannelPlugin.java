package org.vigie.advert.plugin;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;

/** Makes adverts of the pages of some sites; it fetches nothing itself. */
public non-sealed interface ChannelPlugin extends Plugin {
  /** Returns the hosts whose pages it reads; those below them too. */
  Set<String> hosts();

  /**
   * Returns the adverts of a page, none if it holds none.
   *
   * @throws IOException if it can't be read, with a message that quotes no text
   */
  List<Advert> read(Capture page, byte[] body) throws IOException;
}
