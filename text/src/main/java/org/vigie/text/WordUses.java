package org.vigie.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How often words stand in small letters, and at all, in a folder of texts: what tells a common
 * word from a name.
 *
 * @param inSmallLetters word as it is compared → times in small letters
 * @param all word as it is compared → times
 */
public record WordUses(Map<String, Integer> inSmallLetters, Map<String, Integer> all) {
  /** How often a word must stand in small letters to count as a common one. */
  private static final int COMMON = 2;

  /** And how often of all times: some write even names in small letters. */
  private static final double COMMON_SHARE = 0.1;

  /** Counts the words of all files of a folder, line by line. */
  public static WordUses in(Path folder) throws IOException {
    WordUses uses = new WordUses(new HashMap<>(), new HashMap<>());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        uses.count(file);
      }
    }
    return uses;
  }

  /** Counts the words of one file, line by line. */
  public static WordUses of(Path file) throws IOException {
    WordUses uses = new WordUses(new HashMap<>(), new HashMap<>());
    uses.count(file);
    return uses;
  }

  private void count(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      count(NormalizedText.of(line));
    }
  }

  private void count(NormalizedText text) {
    for (Word word : Words.of(text)) {
      int at = text.originalStart(word.start());
      all.merge(word.text(), 1, Integer::sum);
      if (Character.isLowerCase(text.original().codePointAt(at))) {
        inSmallLetters.merge(word.text(), 1, Integer::sum);
      }
    }
  }

  /** Returns whether a word is a common one. */
  public boolean isCommon(String word) {
    int small = inSmallLetters.getOrDefault(word, 0);
    return small >= COMMON && small >= COMMON_SHARE * all.getOrDefault(word, 0);
  }
}
