package org.vigie.exchange.evidence;

/**
 * What became of the capture of one advert.
 *
 * @param fate what
 * @param file name of the WARC in the package, or empty if it isn't in it
 * @param digest SHA-256 of that file, 64 hexadecimal digits, or empty
 * @param bytes its length, or 0
 * @param software what captured it, as the {@code warcinfo} of that file says, or empty
 */
record PackedCapture(Fate fate, String file, String digest, long bytes, String software) {
  /** What can become of a capture. */
  enum Fate {
    /** It is in the package. */
    PACKED,
    /** The advert came from a file, not from the web. */
    NEVER_CAPTURED,
    /** The file, or the record in it, isn't in the workspace. */
    NOT_THERE,
    /** Its page also holds what must not leave. */
    WITHHELD
  }

  static PackedCapture none(Fate fate) {
    return new PackedCapture(fate, "", "", 0, "");
  }
}
