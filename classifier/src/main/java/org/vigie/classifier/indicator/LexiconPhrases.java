package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How each indicator is worded by itself in each language, as the lexicons list it. */
public final class LexiconPhrases {
  private final Map<String, List<String>> byIndicatorAndLanguage = new LinkedHashMap<>();

  private LexiconPhrases() {}

  /** Reads the lexicons of the models folder. */
  public static LexiconPhrases load(Path models, IndicatorCatalogue catalogue) throws IOException {
    LexiconPhrases phrases = new LexiconPhrases();
    for (Lexicon.Phrase phrase : Lexicon.load(models, catalogue.ids()).phrases()) {
      if (!phrase.besideAmount()) {
        phrases
            .byIndicatorAndLanguage
            .computeIfAbsent(key(phrase.indicator(), phrase.language()), k -> new ArrayList<>())
            .add(phrase.text());
      }
    }
    return phrases;
  }

  /** Returns the phrases of an indicator in a language, in the order listed; may be empty. */
  public List<String> of(String indicator, String language) {
    return List.copyOf(byIndicatorAndLanguage.getOrDefault(key(indicator, language), List.of()));
  }

  private static String key(String indicator, String language) {
    return indicator + " " + language;
  }
}
