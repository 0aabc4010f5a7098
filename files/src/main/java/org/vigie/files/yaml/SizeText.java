package org.vigie.files.yaml;

import java.util.Map;
import java.util.Optional;

/** A number of bytes as it is written in {@code vigie.yaml}, such as 8MiB. */
final class SizeText {
  private static final Map<String, Long> UNITS =
      Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

  private SizeText() {}

  /** Returns the bytes that a text says, or nothing if it says none. */
  static Optional<Long> parse(String text) {
    return Quantity.parse(text)
        .flatMap(quantity ->
            Optional.ofNullable(UNITS.get(quantity.unit())).map(unit -> unit * quantity.number()));
  }
}
