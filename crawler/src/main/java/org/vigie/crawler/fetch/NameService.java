package org.vigie.crawler.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who answers which addresses a host name has. */
@FunctionalInterface
public interface NameService {
  /**
   * Asks for a host.
   *
   * @param host a name, or a literal address without brackets
   * @throws UnknownHostException if it has no address
   */
  InetAddress[] ask(String host) throws UnknownHostException;

  /** Returns the name service of this machine. */
  static NameService ofTheMachine() {
    return InetAddress::getAllByName;
  }
}
