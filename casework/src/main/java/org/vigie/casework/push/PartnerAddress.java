package org.vigie.casework.push;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.vigie.files.failure.UserError;

/** An address to which personal data may go: by TLS, or on this machine. */
final class PartnerAddress {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private PartnerAddress() {}

  /**
   * Returns an address that ends with a slash.
   *
   * @throws UserError if it is none, or would send in clear
   */
  static URI parse(String text) {
    try {
      URI address = URI.create(text.endsWith("/") ? text : text + "/");
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean safe =
          address.getHost() != null
              && (scheme.equals("https")
                  || (scheme.equals("http") && LOOPBACK.contains(address.getHost())));
      if (safe && address.getUserInfo() == null && address.getRawQuery() == null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw UserError.ofUsage(
        "a server must be named by an https address without login and query, or an http one on this machine, but isn't");
  }
}
