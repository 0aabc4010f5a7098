package org.vigie.crawler.fetch;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells public addresses from those that a crawler has no business with (RFC 6890 and the IANA
 * special-purpose registries).
 *
 * <p>An IPv6 address that carries an IPv4 address is judged by both: the tunnel or translator that
 * takes it further may stand in this very network.
 */
public final class AddressGuard {
  /** Never opened, so that tests have a forbidden space of their own. */
  private static final AddressBlock CLOSED_LOOPBACK = AddressBlock.parse("127.200.0.0/16");

  private static final List<AddressBlock> SPECIAL_V4 =
      blocks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carrier-grade NAT
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, cloud metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // examples
          "192.31.196.0/24", // AS112
          "192.52.193.0/24", // AMT relays
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "192.175.48.0/24", // AS112
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // examples
          "203.0.113.0/24", // examples
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  /** All else (mapped, NAT64, unique local, link-local, site-local, multicast) lies outside. */
  private static final AddressBlock GLOBAL_V6 = AddressBlock.parse("2000::/3");

  private static final List<AddressBlock> SPECIAL_V6 =
      blocks(
          "2001::/23", // protocol assignments, Teredo and ORCHID among them
          "2001:db8::/32", // examples
          "2002::/16", // 6to4
          "2620:4f:8000::/48", // AS112
          "3fff::/20"); // examples

  /** The 6bone's space went back to IANA (RFC 3701). */
  private static final AddressBlock RETURNED_V6 = AddressBlock.parse("3ffe::/16");

  private final List<AddressBlock> opened;
  private final List<AddressBlock> translators;

  private AddressGuard(List<AddressBlock> opened, List<AddressBlock> translators) {
    this.opened = opened;
    this.translators = translators;
  }

  /** Returns a guard that lets nothing but the public Internet through. */
  public static AddressGuard closed() {
    return new AddressGuard(List.of(), List.of());
  }

  /**
   * Returns a guard that also lets some loopback addresses through, for tests and the demo.
   *
   * @param loopback addresses or blocks such as {@code 127.16.0.0/12}; what isn't loopback stays
   *     closed, and so does 127.200.0.0/16
   */
  public AddressGuard opening(Stream<String> loopback) {
    return new AddressGuard(loopback.map(AddressBlock::parse).toList(), translators);
  }

  /**
   * Returns a guard that knows the translators of this network.
   *
   * @param prefixes NAT64 prefixes of 32, 40, 48, 56, 64 or 96 bits (RFC 6052, section 2.2); an
   *     address below one is public if the IPv4 address in it is
   */
  public AddressGuard behindTranslators(List<String> prefixes) {
    return new AddressGuard(
        opened,
        prefixes.stream().map(AddressBlock::parse).peek(EmbeddedV4::requirePrefix).toList());
  }

  /** Returns whether an address may be connected to. */
  public boolean admits(InetAddress address) {
    byte[] b = address.getAddress();
    for (AddressBlock translator : translators) {
      if (translator.contains(b)) {
        return isPublicV4(EmbeddedV4.below(translator, b));
      }
    }
    return (b.length == 4 ? isPublicV4(b) : isPublicV6(b)) || isOpened(address);
  }

  private boolean isOpened(InetAddress address) {
    return address.isLoopbackAddress()
        && !CLOSED_LOOPBACK.contains(address)
        && opened.stream().anyMatch(block -> block.contains(address));
  }

  private static boolean isPublicV4(byte[] b) {
    return SPECIAL_V4.stream().noneMatch(block -> block.contains(b));
  }

  private static boolean isPublicV6(byte[] b) {
    return GLOBAL_V6.contains(b)
        && !RETURNED_V6.contains(b)
        && SPECIAL_V6.stream().noneMatch(block -> block.contains(b))
        && !EmbeddedV4.isIsatap(b);
  }

  private static List<AddressBlock> blocks(String... texts) {
    return Arrays.stream(texts).map(AddressBlock::parse).toList();
  }
}
