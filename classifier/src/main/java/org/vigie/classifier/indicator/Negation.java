package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * The words that deny a phrase they stand before, or after.
 *
 * @param window how many words back is looked, at least 1
 * @param before language → words that deny a phrase after them
 * @param after language → phrases, word by word, that deny a phrase before them
 * @param never language → words that deny even a phrase which denies something itself
 */
record Negation(
    int window,
    Map<String, Set<String>> before,
    Map<String, List<List<String>>> after,
    Map<String, Set<String>> never) {
  static final String FILE = "negation.yaml";

  /** How many words may stand between a phrase and what denies it after it. */
  private static final int MAX_GAP = 2;

  static Negation load(Path models) throws IOException {
    Path file = models.resolve(FILE);
    YamlMap yaml = YamlMap.read(file).allowOnly("window", "before", "after", "never");
    return new Negation(
        yaml.digit("window"),
        words(yaml.map("before")),
        phrases(yaml.map("after")),
        words(yaml.map("never")));
  }

  /** Returns whether a phrase that stands at some words is denied in its clause. */
  boolean denies(List<Word> words, PhraseAutomaton.Hit hit, Lexicon.Phrase phrase) {
    Map<String, Set<String>> denying = phrase.negatable() ? before : never;
    return deniesBefore(words, hit.firstWord(), denying.getOrDefault(phrase.language(), Set.of()))
        || (phrase.negatable()
            && deniesAfter(
                words, hit.lastWord(), after.getOrDefault(phrase.language(), List.of())));
  }

  private boolean deniesBefore(List<Word> words, int firstWord, Set<String> denying) {
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

  private static boolean deniesAfter(List<Word> words, int lastWord, List<List<String>> denying) {
    int clause = words.get(lastWord).clause();
    for (int at = lastWord + 1; at <= lastWord + 1 + MAX_GAP && at < words.size(); at++) {
      if (words.get(at).clause() != clause) {
        return false;
      }
      for (List<String> phrase : denying) {
        if (standsAt(phrase, words, at, clause)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean standsAt(List<String> phrase, List<Word> words, int at, int clause) {
    if (at + phrase.size() > words.size() || words.get(at + phrase.size() - 1).clause() != clause) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!words.get(at + i).text().equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Set<String>> words(YamlMap lists) {
    Map<String, Set<String>> words = new HashMap<>();
    for (String language : lists.keys()) {
      Set<String> compared = new HashSet<>();
      for (String word : lists.texts(language)) {
        compared.add(Words.compared(NormalizedText.of(word).folded()));
      }
      words.put(language, Set.copyOf(compared));
    }
    return Map.copyOf(words);
  }

  private static Map<String, List<List<String>>> phrases(YamlMap lists) {
    Map<String, List<List<String>>> phrases = new HashMap<>();
    for (String language : lists.keys()) {
      phrases.put(
          language,
          lists.texts(language).stream()
              .map(text -> Words.of(NormalizedText.of(text)).stream().map(Word::text).toList())
              .toList());
    }
    return Map.copyOf(phrases);
  }
}
