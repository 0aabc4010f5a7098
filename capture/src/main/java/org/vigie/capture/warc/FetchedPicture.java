package org.vigie.capture.warc;

import org.vigie.advert.Mandate;
import org.vigie.capture.picture.PictureReading;

/**
 * A picture of a page's adverts that was fetched and read; its bytes are gone.
 *
 * @param address as the page names it
 * @param exchange the request with its answer, without the body
 * @param mandate the one that it was fetched under
 * @param reading what was read of it
 * @param first whether it was fetched for this page; else an earlier page's answer is told again
 */
public record FetchedPicture(
    String address, Exchange exchange, Mandate mandate, PictureReading reading, boolean first) {
  public FetchedPicture {
    if (exchange.response().body().length > 0) {
      throw new IllegalArgumentException("the bytes of a picture must be dropped, but are there");
    }
  }
}
