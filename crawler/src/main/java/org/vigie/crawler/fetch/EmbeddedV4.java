package org.vigie.crawler.fetch;

/** The IPv4 address within an IPv6 address. */
final class EmbeddedV4 {
  /** Byte 8 is kept zero, so that the interface identifier is a well-formed one. */
  private static final int SKIPPED = 8;

  private EmbeddedV4() {}

  /** Checks that a prefix is one of those that RFC 6052, section 2.2, provides for. */
  static void requirePrefix(AddressBlock prefix) {
    boolean holds =
        prefix.address().length == 16
            && (prefix.bits() == 96
                || (prefix.bits() >= 32 && prefix.bits() <= 64 && prefix.bits() % 8 == 0));
    if (!holds) {
      throw new IllegalArgumentException(
          "a NAT64 prefix must have 32, 40, 48, 56, 64 or 96 bits, but had " + prefix.bits());
    }
  }

  /** Returns the IPv4 address that follows a prefix. */
  static byte[] below(AddressBlock prefix, byte[] v6) {
    byte[] v4 = new byte[4];
    int from = prefix.bits() / 8;
    for (int i = 0; i < 4; i++) {
      from += from == SKIPPED ? 1 : 0;
      v4[i] = v6[from++];
    }
    return v4;
  }

  /** ISATAP hides any IPv4 address behind a global prefix (RFC 5214, section 6.1). */
  static boolean isIsatap(byte[] v6) {
    return (v6[8] & 0xfd) == 0 && v6[9] == 0 && v6[10] == 0x5e && (v6[11] & 0xff) == 0xfe;
  }
}
