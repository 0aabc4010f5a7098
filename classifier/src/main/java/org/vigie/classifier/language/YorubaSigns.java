package org.vigie.classifier.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.vigie.text.Words;

/**
 * Tells Yoruba, which OpenNLP's model doesn't know, by its dotted letters, its tones, the letter gb
 * and words that no other language of the samples shares.
 */
final class YorubaSigns {
  /** Signs needed. With 3, 90 of 100 lines are known and 1 in 800 of other languages is taken. */
  private static final int ENOUGH = 3;

  private static final String[][] OWN_WORDS =
      byFirst(
          "aare", "agbegbe", "ati", "awon", "bakan", "bee", "eniyan", "enu", "eyi", "fun", "gbogbo",
          "gege", "igba", "ijoba", "ilu", "kii", "lati", "leyin", "maa", "naa", "nigba", "ninu",
          "nipa", "nitori", "niwon", "odun", "ohun", "ojo", "oko", "orile", "oruko", "osu", "pelu",
          "tabi", "tele", "won", "yii");

  /** No word of either list is longer. */
  private static final int LONGEST = 7;

  /** Frequent words that other languages have too: they count where every fourth is one. */
  private static final String[][] SHARED_WORDS =
      byFirst(
          "ara", "bi", "ile", "je", "kan", "lo", "ni", "pe", "ri", "se", "si", "ti", "to", "wa");

  /** Letters of Vietnamese, which has Yoruba's dots and tones. */
  private static final String VIETNAMESE = "\u0103\u0111\u01A1\u01B0\u1EA1\u1EA3\u1ECB\u1EE5";

  /** No letter that is counted comes before it. */
  private static final char FIRST_COUNTED = '\u00E0';

  private YorubaSigns() {}

  static boolean in(CharSequence text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return count(lower, VIETNAMESE) == 0 && letters(lower) + words(lower) >= ENOUGH;
  }

  private static int letters(String text) {
    int dotted = count(text, "\u1EB9\u1ECD\u1E63");
    int low = count(text, "\u00EC\u00F9");
    int high = count(text, "\u00E9\u00ED\u00FA\u00F3");
    int toned = count(text, "\u00EC\u00E0\u00ED\u00FA\u00F9\u00F2");
    int nasal = count(text, "\u0144");
    return 2 * dotted + (low > 0 && high > 0 ? 3 : 0) + (nasal > 0 && toned > 0 ? 2 : 0);
  }

  private static int words(String text) {
    WordCounts counts = new WordCounts();
    Words.read(text, counts);
    return 2 * counts.own + (counts.all > 0 && counts.shared * 4 >= counts.all ? 1 : 0);
  }

  /** How many words are Yoruba's own, or shared with others. */
  private static final class WordCounts implements Words.Sink {
    private int own;
    private int shared;
    private int all;

    @Override
    public void word(StringBuilder word, int start, int end, int clause) {
      boolean hasGb = word.indexOf("gb") >= 0 && !"rugby".contentEquals(word);
      own += isIn(OWN_WORDS, word) ? 1 : 0;
      own += hasGb ? 1 : 0;
      shared += isIn(SHARED_WORDS, word) ? 1 : 0;
      all++;
    }

    private static boolean isIn(String[][] byFirst, StringBuilder word) {
      if (word.length() > LONGEST || word.charAt(0) >= byFirst.length) {
        return false;
      }
      for (String other : byFirst[word.charAt(0)]) {
        if (other.contentEquals(word)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Returns words by their first letters, of which nearly all that are asked for have another. */
  private static String[][] byFirst(String... words) {
    String[][] byFirst = new String[128][];
    for (char first = 0; first < byFirst.length; first++) {
      String letter = String.valueOf(first);
      byFirst[first] =
          Arrays.stream(words).filter(word -> word.startsWith(letter)).toArray(String[]::new);
    }
    return byFirst;
  }

  private static int count(String text, String letters) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      found += c >= FIRST_COUNTED && letters.indexOf(c) >= 0 ? 1 : 0;
    }
    return found;
  }
}
