package org.vigie.crawler.fetch;

import java.net.UnknownHostException;

/** Says that a host has an address that isn't public. */
final class RefusedAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  RefusedAddressException(String host) {
    super("every address of " + host + " must be public, but one is not");
  }
}
