package org.vigie.web.offer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.vigie.files.yaml.YamlFile;

/** What the offer checker says in one language. */
final class OfferMessages {
  /** General questions in each file. */
  static final int QUESTIONS = 6;

  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa");

  private final String tag;
  private final Map<String, String> texts;

  private OfferMessages(String tag, Map<String, String> texts) {
    this.tag = tag;
    this.texts = texts;
  }

  /** Reads the file of a language, named by its tag. */
  static OfferMessages load(String tag) throws IOException {
    String file = file(tag);
    Map<String, String> texts = new LinkedHashMap<>();
    JsonNode tree = YamlFile.tree(Resource.text(file), file);
    tree.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return new OfferMessages(tag, texts);
  }

  /** Returns the name of the file of a language. */
  static String file(String tag) {
    return "messages_" + tag + ".yaml";
  }

  /** Returns the tag of the language, as HTML writes it. */
  String tag() {
    return tag;
  }

  /** Returns {@code rtl} for a language that is written from right to left, else {@code ltr}. */
  String direction() {
    return RIGHT_TO_LEFT.contains(tag) ? "rtl" : "ltr";
  }

  Set<String> keys() {
    return texts.keySet();
  }

  /**
   * Returns a text.
   *
   * @throws IllegalArgumentException if the file has none of that name
   */
  String of(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException(
          "messages_%s.yaml must have the key %s, but has not".formatted(tag, key));
    }
    return text;
  }

  /** Returns a text with the longest text that is taken in its blank. */
  String limited(String key) {
    return of(key)
        .replace("{most}", "%,d".formatted(OfferServer.MOST_CHARACTERS).replace(',', '\u00a0'));
  }
}
