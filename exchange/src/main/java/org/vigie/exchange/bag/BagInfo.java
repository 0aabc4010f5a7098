package org.vigie.exchange.bag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a bag's {@code bag-info.txt} says (RFC 8493, 2.2.2). */
public final class BagInfo {
  private static final String SEPARATOR = ": ";

  private BagInfo() {}

  /** Returns label → value, in order; the first of a label that stands twice. */
  public static Map<String, String> read(Path bag) throws IOException {
    Map<String, String> info = new LinkedHashMap<>();
    for (String line : Files.readAllLines(bag.resolve("bag-info.txt"))) {
      int at = line.indexOf(SEPARATOR);
      if (at > 0) {
        info.putIfAbsent(line.substring(0, at), line.substring(at + SEPARATOR.length()));
      }
    }
    return info;
  }
}
