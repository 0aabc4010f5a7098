package org.vigie.advert.plugin;

import java.io.IOException;
import org.vigie.advert.AssessedAdvert;

/** Writes adverts in a format of its own, which is text. */
public non-sealed interface ExporterPlugin extends Plugin {
  /** Returns what stands before the first advert, or empty. */
  String start() throws IOException;

  /** Returns what is written of one advert. */
  String advert(AssessedAdvert advert) throws IOException;

  /** Returns what stands behind the last advert, or empty. */
  String end() throws IOException;
}
