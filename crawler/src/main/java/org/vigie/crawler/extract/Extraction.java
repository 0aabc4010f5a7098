package org.vigie.crawler.extract;

import java.util.List;
import org.vigie.advert.Advert;

/**
 * What one capture yields.
 *
 * @param adverts adverts in page order; none on a listing or an ordinary page
 * @param links absolute URLs of the next pages worth fetching, in page order, without repeats
 * @param failure why nothing could be read, such as {@code not HTML: application/pdf}; empty if it
 *     could
 */
public record Extraction(List<Advert> adverts, List<String> links, String failure) {}
