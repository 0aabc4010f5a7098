package org.vigie.pipeline.erase;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import org.vigie.advert.Capture;
import org.vigie.crawler.extract.Extraction;

/**
 * Tells which captures name one of some addresses.
 *
 * @param addresses absolute addresses
 */
record AddressSearch(Set<String> addresses) {
  /** Returns whether an answer's header, links or body names one, absolute or within its host. */
  boolean isIn(Capture capture, byte[] payload, Extraction extraction) {
    if (addresses.isEmpty()) {
      return false;
    }
    if (extraction.links().stream().anyMatch(addresses::contains)) {
      return true;
    }
    String text = new String(payload, ISO_8859_1); // byte by byte, whatever it is
    String headers = String.join("\n", capture.headers().values());
    return addresses.stream()
        .map(address -> address.startsWith(origin(capture.url()) + "/") ? local(address) : address)
        .map(address -> new String(address.getBytes(UTF_8), ISO_8859_1))
        .anyMatch(wanted -> names(text, wanted) || names(headers, wanted));
  }

  /** Returns whether a text holds an address that doesn't go on behind it. */
  static boolean names(String text, String wanted) {
    if (wanted.length() < 2) {
      return false; // the path of a home page stands in every page
    }
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      int end = at + wanted.length();
      if (end == text.length() || !goesOn(text.charAt(end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean goesOn(char next) {
    return Character.isLetterOrDigit(next) || "-_/%~".indexOf(next) >= 0;
  }

  private static String local(String address) {
    return address.substring(origin(address).length());
  }

  /** Returns scheme, host and port as they are written. */
  private static String origin(String address) {
    int host = address.indexOf("://");
    int path = host < 0 ? -1 : address.indexOf('/', host + 3);
    return path < 0 ? address : address.substring(0, path);
  }
}
