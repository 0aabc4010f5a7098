package org.vigie.pipeline.contact;

import java.util.regex.Pattern;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.capture.picture.PdqHash;

/**
 * A picture by what it looks like: its perceptual hash, cut into bands.
 *
 * <p>Two hashes of {@value PdqHash#BITS} bits that differ in 31 share one of 16 bands with a
 * probability of 0.92, in 20 of 0.995, if bits differ independently of each other.
 */
final class PictureLook {
  /** How the value of a contact begins that is a perceptual hash. */
  static final String PREFIX = "pdq:";

  /** Bands of a hash. */
  static final int BANDS = 16;

  private static final int DIGITS = PdqHash.BITS / 4 / BANDS;

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  private static final String KEY = key("");

  private PictureLook() {}

  /** Returns the {@link Contact#key} of a hash. */
  static String key(String hex) {
    return Contact.declared(ContactType.PICTURE, PREFIX + hex).key();
  }

  /** Returns whether a declared field holds a hash: whoever writes a file may write anything. */
  static boolean isHash(String text) {
    return HEX.matcher(text).matches();
  }

  /** Returns whether an address claims to be a hash, which no address is. */
  static boolean isClaimedBy(String address) {
    return address.strip().regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  /** Returns whether what is told is of a whole hash: a part of one has no bands. */
  static boolean isOne(ContactUse use) {
    return use.type() == ContactType.PICTURE
        && use.contact().startsWith(KEY)
        && isHash(use.contact().substring(KEY.length()));
  }

  /** Returns the hash in hexadecimal digits of what is told of a picture. */
  static String hex(ContactUse use) {
    return use.contact().substring(use.contact().lastIndexOf(':') + 1);
  }

  /**
   * Returns the number of a band and what is in it, which is the key under which it meets others.
   */
  static String band(String hex, int band) {
    return band + ":" + hex.substring(band * DIGITS, (band + 1) * DIGITS);
  }

  /** Returns the number of the first band that two hashes share, or the number of bands. */
  static int firstShared(String one, String other) {
    for (int band = 0; band < BANDS; band++) {
      if (band(one, band).equals(band(other, band))) {
        return band;
      }
    }
    return BANDS;
  }
}
