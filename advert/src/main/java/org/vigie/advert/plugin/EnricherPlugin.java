package org.vigie.advert.plugin;

import java.io.IOException;
import java.util.Map;
import org.vigie.advert.Advert;

/** Adds fields to an advert before it is assessed. */
public non-sealed interface EnricherPlugin extends Plugin {
  /**
   * Returns name → value of fields to add. What the site itself declares stays as it is.
   *
   * @throws IOException if it can't tell, with a message that quotes no text
   */
  Map<String, String> fields(Advert advert) throws IOException;
}
