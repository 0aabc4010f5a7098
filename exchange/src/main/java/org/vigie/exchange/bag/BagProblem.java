package org.vigie.exchange.bag;

/**
 * One way in which a bag isn't as it was signed.
 *
 * @param kind what is wrong
 * @param file name of the file, from the bag's folder on
 */
public record BagProblem(Kind kind, String file) {
  /** What can be wrong. */
  public enum Kind {
    /** The signature doesn't fit the tag manifest: whoever signed did not sign this. */
    SIGNATURE("must carry a signature by the key in signer.pem that fits, but doesn't"),
    /** The key that signed is not the one that was told another way. */
    SIGNER("must be the key of the fingerprint that was given, but isn't"),
    /** A line of a manifest is none, or leads out of the folder. */
    MANIFEST("must hold lines of a hash and a file in the folder, but one isn't"),
    CHANGED("must have the bytes that its manifest names, but has others"),
    /** A stamp isn't of this tag manifest, or not by an authority of the roots beside it. */
    TIME_STAMP(
        "must be a time stamp of this package that the roots beside it vouch for, but isn't"),
    MISSING("must be there, as a manifest lists it, but isn't"),
    ADDED("must be listed by a manifest, but isn't: it was added"),
    /** A link or a device, which may lead anywhere. */
    NO_FILE("must be a plain file or a folder, but isn't");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }
  }

  /** Says where and what. */
  @Override
  public String toString() {
    return file + " " + kind.sentence;
  }
}
