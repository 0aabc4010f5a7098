package org.vigie.capture.picture;

import java.util.Map;
import java.util.TreeMap;

/**
 * What came of adverts' pictures.
 *
 * @param read pictures that were decoded
 * @param withText those in which a text was found
 * @param withCodes those with a QR or bar code
 * @param known those on a list of known material, which nothing was read of
 * @param exif fields that cameras wrote into them, and that were dropped
 * @param keepsNetwork whether the process that decoded them had a network, as the system left it
 *     one
 * @param unread short name of a reason → pictures that weren't decoded
 * @param textUnread short name of a reason → pictures that were decoded without their text
 */
public record PictureCounts(
    long read,
    long withText,
    long withCodes,
    long known,
    long exif,
    boolean keepsNetwork,
    Map<String, Long> unread,
    Map<String, Long> textUnread) {
  public PictureCounts {
    unread = new TreeMap<>(unread);
    textUnread = new TreeMap<>(textUnread);
  }
}
