package org.vigie.capture.extract.output;

import org.vigie.advert.Advert;
import org.vigie.advert.Capture;

/**
 * An advert of a page that is in the archive.
 *
 * @param advert what the page says
 * @param capture where it says so
 */
public record FoundAdvert(Advert advert, Capture capture) {}
