package org.vigie.files.yaml;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A duration as it is written in {@code vigie.yaml}: a whole number and a unit, such as 500ms. */
final class DurationText {
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private DurationText() {}

  /** Returns the duration that a text says, or nothing if it says none. */
  static Optional<Duration> parse(String text) {
    return Quantity.parse(text)
        .flatMap(quantity ->
            Optional.ofNullable(UNITS.get(quantity.unit()))
                .map(unit -> unit.multipliedBy(quantity.number())));
  }
}
