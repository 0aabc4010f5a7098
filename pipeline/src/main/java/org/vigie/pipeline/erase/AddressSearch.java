package org.vigie.pipeline.erase;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.page.Extraction;

/** Tells which captures name one of some addresses. */
final class AddressSearch {
  /** The path of a home page stands in every page. */
  private static final int SHORTEST = 2;

  private final Set<String> addresses;
  private final Needles whole;

  /** Scheme, host and port → the addresses there, without these. */
  private final Map<String, Needles> within = new HashMap<>();

  /**
   * @param addresses absolute addresses
   */
  AddressSearch(Set<String> addresses) {
    this.addresses = Set.copyOf(addresses);
    this.whole = needles(addresses);
    addresses.stream()
        .filter(address -> address.startsWith(origin(address) + "/"))
        .collect(groupingBy(AddressSearch::origin, mapping(AddressSearch::local, toSet())))
        .forEach((origin, paths) -> within.put(origin, needles(paths)));
  }

  private static Needles needles(Set<String> texts) {
    return new Needles(texts.stream().filter(text -> text.length() >= SHORTEST).toList());
  }

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
    Needles paths = within.get(origin(capture.url()));
    return names(text, whole)
        || names(headers, whole)
        || (paths != null && (names(text, paths) || names(headers, paths)));
  }

  /** Returns whether a text holds an address that doesn't go on behind it. */
  private static boolean names(String text, Needles wanted) {
    return wanted.areIn(text, end -> end == text.length() || !goesOn(text.charAt(end)));
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
