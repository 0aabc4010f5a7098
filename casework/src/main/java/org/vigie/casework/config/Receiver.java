package org.vigie.casework.config;

import java.net.URI;
import java.util.Set;

/** A place that lines of the log, or its heads, are sent to. */
final class Receiver {
  /** What would go over the network as it is. */
  private static final Set<String> PLAIN = Set.of("http", "smtp", "syslog+tcp");

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private Receiver() {}

  /** Returns whether nobody on the way reads what goes there: it is encrypted, or has no way. */
  static boolean isSafe(String place) {
    try {
      URI address = URI.create(place);
      return !PLAIN.contains(String.valueOf(address.getScheme()))
          || LOOPBACK.contains(String.valueOf(address.getHost()));
    } catch (IllegalArgumentException e) {
      // A folder, such as one with a space.
      return true;
    }
  }
}
