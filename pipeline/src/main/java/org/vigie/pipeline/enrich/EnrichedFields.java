package org.vigie.pipeline.enrich;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.FullerAdvert;

/**
 * The fields that an enricher adds to an advert. Each stands beside one under {@link
 * Advert#ENRICHED} and its name that says which plug-in it is from: the site didn't declare it. The
 * advert keeps its id, which is that of what the site declared.
 */
final class EnrichedFields {
  private static final int MOST = 50;
  private static final int LONGEST = 2_000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.-]{0,59}");

  /**
   * What the site alone says: where an advert stands, and whose it is. Adverts are tied together by
   * these, and locked away by an age.
   */
  private static final Set<String> OF_THE_SITE =
      Set.of(
          "id",
          "url",
          "site",
          "channel",
          "posted",
          "seen",
          "lang",
          "language",
          "country",
          "place",
          "title",
          "text",
          "mandate",
          "author",
          "handle",
          "profile",
          "contact",
          Advert.EMPLOYER,
          "age");

  private EnrichedFields() {}

  /** Returns the advert with what an answer adds; null if the answer isn't what it must be. */
  static @Nullable Advert add(Advert advert, String plugin, JsonNode answer) {
    JsonNode added = answer.path("fields");
    if (!added.isObject() || added.size() > MOST) {
      return null;
    }
    Map<String, String> fields = new TreeMap<>(advert.fields());
    for (Map.Entry<String, JsonNode> field : added.properties()) {
      String name = field.getKey();
      String value = field.getValue().asText("");
      boolean isField =
          NAME.matcher(name).matches()
              && !isOfTheSite(name.toLowerCase(Locale.ROOT))
              && field.getValue().isValueNode()
              && value.length() <= LONGEST;
      if (!isField) {
        return null;
      }
      if (!value.isBlank() && !fields.containsKey(name)) {
        fields.put(name, value);
        fields.put(Advert.ENRICHED + name, plugin);
      }
    }
    return FullerAdvert.withFields(advert, fields);
  }

  private static boolean isOfTheSite(String name) {
    return name.startsWith(Advert.CONTEXT) || OF_THE_SITE.contains(name);
  }
}
