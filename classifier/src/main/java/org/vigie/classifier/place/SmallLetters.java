package org.vigie.classifier.place;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/** The words that a text writes without a capital, which are no names there; read if asked. */
final class SmallLetters {
  private final NormalizedText text;
  private final List<Word> words;
  private @Nullable Set<String> all;

  SmallLetters(NormalizedText text, List<Word> words) {
    this.text = text;
    this.words = words;
  }

  boolean contains(String word) {
    Set<String> small = all;
    if (small == null) {
      small = read();
      all = small;
    }
    return small.contains(word);
  }

  private Set<String> read() {
    Set<String> small = new HashSet<>();
    for (Word word : words) {
      int at = text.originalStart(word.start());
      if (Character.isLowerCase(text.original().charAt(at))) {
        small.add(word.text());
      }
    }
    return small;
  }
}
