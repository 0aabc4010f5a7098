package org.vigie.crawler.extract;

import org.vigie.advert.Capture;

/** Turns captures into adverts and next links. */
public final class AdvertExtractor {
  public Extraction extract(Capture capture, byte[] payload) {
    throw new IllegalStateException("placeholder");
  }
}
