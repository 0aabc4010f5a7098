package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.classifier.text.NormalizedText;
import org.vigie.classifier.text.Word;
import org.vigie.classifier.text.Words;
import org.vigie.classifier.yaml.YamlMap;

/**
 * The words that deny a phrase they stand before.
 *
 * @param window how many words back is looked, at least 1
 * @param before language → denying words
 */
record Negation(int window, Map<String, Set<String>> before) {
  static final String FILE = "negation.yaml";

  static Negation load(Path models) throws IOException {
    Path file = models.resolve(FILE);
    YamlMap yaml = YamlMap.read(file).allowOnly("window", "before");
    int window = windowOf(yaml, file);
    Map<String, Set<String>> before = new HashMap<>();
    YamlMap lists = yaml.map("before");
    for (String language : lists.keys()) {
      Set<String> words = new HashSet<>();
      for (String word : lists.texts(language)) {
        words.add(Words.compared(NormalizedText.of(word).folded()));
      }
      before.put(language, Set.copyOf(words));
    }
    return new Negation(window, Map.copyOf(before));
  }

  /** Returns whether the phrase that begins at a word is denied in its clause. */
  boolean denies(List<Word> words, int firstWord, String language) {
    Set<String> denying = before.getOrDefault(language, Set.of());
    int clause = words.get(firstWord).clause();
    for (int i = firstWord - 1; i >= 0 && i >= firstWord - window; i--) {
      if (words.get(i).clause() != clause) {
        return false;
      }
      if (denying.contains(words.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  private static int windowOf(YamlMap yaml, Path file) {
    String window = yaml.text("window");
    if (window.length() != 1 || window.charAt(0) < '1' || window.charAt(0) > '9') {
      throw new IllegalArgumentException(
          file + ": window must be a number of words from 1 to 9, but was '" + window + "'");
    }
    return window.charAt(0) - '0';
  }
}
