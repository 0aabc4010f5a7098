package org.vigie.advert;

import java.util.List;

/**
 * What the adverts of a cluster have in common, in reading order.
 *
 * @param parts constant text and slots
 * @param length how long the texts are that it was made of, with it and without
 */
public record Template(List<TemplatePart> parts, DescriptionLength length) {
  public Template {
    parts = List.copyOf(parts);
    // One that was made before this was measured.
    length = length == null ? DescriptionLength.none() : length;
  }

  /** A template of texts of which no more is known. */
  public Template(List<TemplatePart> parts) {
    this(parts, DescriptionLength.none());
  }

  /** Returns a template without text, for a cluster whose text isn't known yet. */
  public static Template empty() {
    return new Template(List.of());
  }
}
