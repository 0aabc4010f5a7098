package org.vigie.crawler.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells public addresses from those that a crawler has no business with (RFC 6890 and the IANA
 * special-purpose registries).
 */
final class AddressGuard {
  private AddressGuard() {}

  /** Returns whether an address is on the public Internet. */
  static boolean isPublic(InetAddress address) {
    byte[] b = address.getAddress();
    return address instanceof Inet4Address ? isPublicV4(b[0] & 0xff, b) : isPublicV6(b);
  }

  private static boolean isPublicV4(int first, byte[] b) {
    int second = b[1] & 0xff;
    int third = b[2] & 0xff;
    boolean special =
        first == 0 // this network
            || first == 10 // private
            || first == 127 // loopback
            || first >= 224 // multicast, reserved, broadcast
            || (first == 100 && second >= 64 && second < 128) // carrier-grade NAT
            || (first == 169 && second == 254) // link-local, cloud metadata
            || (first == 172 && second >= 16 && second < 32) // private
            || (first == 192 && second == 168) // private
            || (first == 192 && second == 0 && (third == 0 || third == 2)) // protocols, examples
            || (first == 192 && second == 88 && third == 99) // 6to4 relays
            || (first == 198 && (second == 18 || second == 19)) // benchmarks
            || (first == 198 && second == 51 && third == 100) // examples
            || (first == 203 && second == 0 && third == 113); // examples
    return !special;
  }

  /**
   * Global unicast is 2000::/3; all that leads elsewhere in disguise (mapped IPv4, NAT64, unique
   * local, link-local, multicast) lies outside of it, Teredo, 6to4 and ISATAP (RFC 5214, section
   * 6.1) inside.
   */
  private static boolean isPublicV6(byte[] b) {
    int head = ((b[0] & 0xff) << 8) | (b[1] & 0xff);
    int next = ((b[2] & 0xff) << 8) | (b[3] & 0xff);
    boolean global = (b[0] & 0xe0) == 0x20;
    boolean special =
        (head == 0x2001 && next < 0x0200) // protocol assignments, Teredo among them
            || (head == 0x2001 && next == 0x0db8) // examples
            || head == 0x2002 // 6to4
            || (head == 0x3fff && next < 0x1000) // examples
            || ((b[8] & 0xfd) == 0 && b[9] == 0 && b[10] == 0x5e && (b[11] & 0xff) == 0xfe);
    return global && !special;
  }
}
