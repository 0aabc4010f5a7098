package org.vigie.training.labelling;

import java.time.Instant;

/**
 * What one reviewer said of one advert.
 *
 * @param id the advert's name in its file
 * @param reviewer who said it
 * @param risky whether it was called risky
 * @param at when
 */
public record Label(String id, String reviewer, boolean risky, Instant at) {
  public Label {
    if (id.isBlank() || reviewer.isBlank()) {
      throw new IllegalArgumentException(
          "a label needs an advert and a reviewer, but has '%s' and '%s'".formatted(id, reviewer));
    }
  }
}
