package org.vigie.advert;

import java.util.List;

/**
 * A stretch of a {@link Template}: constant text, or a slot with the values seen in it.
 *
 * @param text the constant text; empty for a slot
 * @param values values of the slot in alphabetical order; empty for constant text
 * @param kind what kind of thing the values are; words for constant text
 */
public record TemplatePart(String text, List<String> values, SlotKind kind) {
  public TemplatePart {
    values = List.copyOf(values);
    // A slot that was written before kinds were told has none.
    kind = kind == null ? SlotKind.WORDS : kind;
  }

  /** Returns constant text. */
  public static TemplatePart constant(String text) {
    return new TemplatePart(text, List.of(), SlotKind.WORDS);
  }

  /** Returns a slot. */
  public static TemplatePart slot(SlotKind kind, List<String> values) {
    return new TemplatePart("", values, kind);
  }

  /** Returns whether this part varies between adverts. */
  public boolean isSlot() {
    return !values.isEmpty();
  }
}
