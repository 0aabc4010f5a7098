package org.vigie.advert;

import java.util.List;

/** What the adverts of a cluster have in common, in reading order. */
public record Template(List<TemplatePart> parts) {
  public Template {
    parts = List.copyOf(parts);
  }

  /** Returns a template without text, for a cluster whose text isn't known yet. */
  public static Template empty() {
    return new Template(List.of());
  }
}
