package org.vigie.pipeline.contact;

import org.apache.flink.util.Collector;

/**
 * What an advert tells of a picture, on its way to those that share a band with it.
 *
 * @param band number and content of the band
 * @param use what is told
 */
public record BandedUse(String band, ContactUse use) {
  /** Sends what is told of a picture to each of its bands. */
  public static void toEach(ContactUse use, Collector<BandedUse> out) {
    for (int band = 0; band < PictureLook.BANDS; band++) {
      out.collect(new BandedUse(PictureLook.band(PictureLook.hex(use), band), use));
    }
  }
}
