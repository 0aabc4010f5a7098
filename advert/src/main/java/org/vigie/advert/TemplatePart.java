package org.vigie.advert;

import java.util.List;

/**
 * A stretch of a {@link Template}: constant text, or a slot with the values seen in it.
 *
 * @param text the constant text; empty for a slot
 * @param values values of the slot in alphabetical order; empty for constant text
 */
public record TemplatePart(String text, List<String> values) {
  public TemplatePart {
    values = List.copyOf(values);
  }

  /** Returns constant text. */
  public static TemplatePart constant(String text) {
    return new TemplatePart(text, List.of());
  }

  /** Returns a slot. */
  public static TemplatePart slot(List<String> values) {
    return new TemplatePart("", values);
  }

  /** Returns whether this part varies between adverts. */
  public boolean isSlot() {
    return !values.isEmpty();
  }
}
