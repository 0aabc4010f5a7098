package org.vigie.web.pages.advert;

import java.util.List;
import java.util.TreeMap;
import org.vigie.advert.Advert;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;

/**
 * A field that a plug-in added to an advert.
 *
 * @param name of the field
 * @param value what it says
 * @param by name of the plug-in
 */
public record AddedField(String name, String value, String by) {
  /** Returns those of an advert, by name. */
  static List<AddedField> of(Advert advert) {
    return new TreeMap<>(advert.fields())
        .entrySet().stream()
            .filter(field -> advert.isAdded(field.getKey()))
            .map(field ->
                new AddedField(
                    shown(field.getKey()),
                    shown(field.getValue()),
                    advert.fields().getOrDefault(Advert.ENRICHED + field.getKey(), "")))
            .toList();
  }

  /** A plug-in may hand on what an advert says. */
  private static String shown(String text) {
    return SafeText.line(Defanged.text(text));
  }
}
