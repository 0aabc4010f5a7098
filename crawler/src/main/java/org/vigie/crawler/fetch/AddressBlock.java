package org.vigie.crawler.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A block of addresses that share their first bits (CIDR notation, RFC 4632 and RFC 4291).
 *
 * @param address the first address of the block, 4 or 16 bytes
 * @param bits how many bits they share, in [0, 32] or [0, 128]
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and never given out
record AddressBlock(byte[] address, int bits) {
  AddressBlock {
    address = address.clone();
    if (bits < 0 || bits > address.length * 8) {
      throw new IllegalArgumentException(
          "an address block must share 0 to " + address.length * 8 + " bits, but was " + bits);
    }
  }

  /**
   * Reads such as {@code 127.16.0.0/12} or {@code 64:ff9b::/96}; a single address is a block of its
   * own.
   */
  static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    if (HostName.isObscureNumber(host) || !isLiteral(host)) {
      throw malformed(text);
    }
    try {
      byte[] address = InetAddress.getByName(host).getAddress();
      int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
      return new AddressBlock(address, bits);
    } catch (UnknownHostException | NumberFormatException e) {
      throw malformed(text);
    }
  }

  boolean contains(InetAddress other) {
    return contains(other.getAddress());
  }

  boolean contains(byte[] other) {
    if (other.length != address.length) {
      return false;
    }
    int whole = bits / 8;
    int rest = bits % 8;
    int mask = 0xff & (0xff << (8 - rest));
    return Arrays.equals(address, 0, whole, other, 0, whole)
        && (rest == 0 || ((address[whole] ^ other[whole]) & mask) == 0);
  }

  /** Text that is no literal would be looked up. */
  static boolean isLiteral(String host) {
    return host.indexOf(':') >= 0
        || (!host.isEmpty() && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "an address block must be like 127.16.0.0/12 or 64:ff9b::/96, but was '" + text + "'");
  }
}
