package org.vigie.exchange.preserve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;

/**
 * A text in several languages.
 *
 * @param byLanguage ISO 639-1 code → text
 */
record InLanguages(Map<String, String> byLanguage) {
  InLanguages {
    byLanguage = new TreeMap<>(byLanguage);
  }

  /** Reads the mapping below a key, which must have a text in English at least. */
  static InLanguages read(Section section, String key) {
    Section texts = section.section(key);
    Map<String, String> read = new TreeMap<>();
    read.put("en", texts.required("en"));
    for (String language : texts.keys()) {
      read.put(language, texts.required(language));
    }
    texts.done();
    return new InLanguages(read);
  }

  /** Returns these and those of a mapping, which count where both have one. */
  InLanguages and(Section more) {
    Map<String, String> both = new TreeMap<>(byLanguage);
    for (String language : more.keys()) {
      both.put(language, more.required(language));
    }
    more.done();
    return new InLanguages(both);
  }

  /**
   * Returns the text in a language.
   *
   * @param shown what errors call the file
   */
  String in(String language, String shown) {
    String text = byLanguage.get(language);
    if (text == null) {
      throw UserError.ofUsage(
          "--language must be one that %s has every text in, which are %s, but was another one"
              .formatted(shown, String.join(", ", byLanguage.keySet())));
    }
    return text;
  }

  /** Returns the languages that all of some texts have. */
  static List<String> common(Collection<InLanguages> texts) {
    TreeSet<String> common = new TreeSet<>();
    for (InLanguages text : texts) {
      if (common.isEmpty()) {
        common.addAll(text.byLanguage().keySet());
      }
      common.retainAll(text.byLanguage().keySet());
    }
    return new ArrayList<>(common);
  }
}
