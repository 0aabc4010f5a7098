package org.vigie.advert;

import java.util.HashMap;
import java.util.Map;

/** An advert told more fully, under the id that it has. */
public final class FullerAdvert {
  private FullerAdvert() {}

  /**
   * Returns an advert with further fields; its id stays. What is too long is cut, as {@link
   * Advert.Builder} does it: what was read in pictures has the room that the advert's text leaves.
   */
  public static Advert with(Advert advert, Map<String, String> further) {
    Map<String, String> fields = new HashMap<>(advert.fields());
    int room = Math.max(0, Advert.MAX_TEXT - advert.ownText().length());
    further.forEach((name, value) -> {
      TextStart start = TextStart.of(value, name.equals(Advert.PICTURES) ? room : Advert.MAX_VALUE);
      if (!start.text().isEmpty()) {
        fields.put(name, start.text());
      }
      if (start.whole() > start.text().length()) {
        fields.put(Advert.CUT + name, Integer.toString(start.whole()));
      }
    });
    return withFields(advert, fields);
  }

  /** Returns an advert with other fields; its id stays. */
  public static Advert withFields(Advert advert, Map<String, String> fields) {
    return new Advert(
        advert.id(),
        advert.sourceId(),
        advert.channel(),
        advert.site(),
        advert.url(),
        advert.postedAt(),
        advert.seenAt(),
        advert.title(),
        advert.body(),
        advert.language(),
        advert.country(),
        advert.place(),
        fields,
        advert.mandate(),
        advert.provenance());
  }
}
