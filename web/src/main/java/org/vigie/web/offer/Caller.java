package org.vigie.web.offer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who asks, as far as requests are counted by it: an address, or the network of one of IPv6. */
final class Caller {
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  /** Bytes of a network of IPv6: whoever has one address of it has all (RFC 6177). */
  private static final int NETWORK = 8;

  private Caller() {}

  /**
   * Returns the caller.
   *
   * @param peer who the connection comes from
   * @param forwarded what a proxy says in X-Forwarded-For, or null; believed of this machine alone
   */
  static String of(String peer, @Nullable String forwarded) {
    String near = bare(peer);
    if (forwarded == null || !isThisMachine(near)) {
      return network(near);
    }
    String last = bare(forwarded.substring(forwarded.lastIndexOf(',') + 1).strip());
    return ADDRESS.matcher(last).matches() ? network(last) : network(near);
  }

  /** Returns an address without the brackets and the port that a server or a proxy adds. */
  private static String bare(String address) {
    int end = address.indexOf(']');
    if (address.startsWith("[") && end > 0) {
      return address.substring(1, end);
    }
    int colon = address.indexOf(':');
    return colon >= 0 && colon == address.lastIndexOf(':') ? address.substring(0, colon) : address;
  }

  private static boolean isThisMachine(String peer) {
    return peer.startsWith("127.") || peer.equals("0:0:0:0:0:0:0:1") || peer.equals("::1");
  }

  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(NETWORK, bytes.length)));
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
