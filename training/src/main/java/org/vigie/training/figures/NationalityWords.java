package org.vigie.training.figures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** English words for people by nationality, one of which is put in the place of another. */
final class NationalityWords {
  private static final String FILE = "nationality-words.txt";

  private final List<String> words;
  private final List<String> longestFirst;

  private NationalityWords(List<String> words) {
    this.words = List.copyOf(words);
    this.longestFirst =
        words.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  static NationalityWords load() throws IOException {
    try (InputStream in = NationalityWords.class.getResourceAsStream(FILE)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new NationalityWords(
          text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList());
    }
  }

  List<String> all() {
    return words;
  }

  /** Returns whether any of the words stands in a text. */
  boolean areIn(String text) {
    return !text.equals(exchanged(text, "\u0001"));
  }

  /** Returns the text with every one of the words exchanged for another. */
  String exchanged(String text, String other) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      boolean starts = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
      int length = starts && Character.isLetter(text.charAt(i)) ? lengthAt(text, i) : 0;
      if (length > 0) {
        out.append(other);
        i += length;
      } else {
        out.append(text.charAt(i++));
      }
    }
    return out.toString();
  }

  /** Returns some of the words, evenly spread over the list. */
  List<String> spread(int count) {
    List<String> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(words.get(i * words.size() / count));
    }
    return some;
  }

  private int lengthAt(String text, int start) {
    for (String word : longestFirst) {
      int end = start + word.length();
      if (text.regionMatches(true, start, word, 0, word.length())
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return word.length();
      }
    }
    return 0;
  }
}
