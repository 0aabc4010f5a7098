package org.vigie.classifier.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.vigie.text.Words;

/**
 * Tells Yoruba, which OpenNLP's model doesn't know, by its dotted letters, its tones, the letter gb
 * and words that no other language of the samples shares.
 */
final class YorubaSigns {
  /** Signs needed. With 3, 90 of 100 lines are known and 1 in 800 of other languages is taken. */
  private static final int ENOUGH = 3;

  private static final Set<String> OWN_WORDS =
      Set.of(
          "aare", "agbegbe", "ati", "awon", "bakan", "bee", "eniyan", "enu", "eyi", "fun", "gbogbo",
          "gege", "igba", "ijoba", "ilu", "kii", "lati", "leyin", "maa", "naa", "nigba", "ninu",
          "nipa", "nitori", "niwon", "odun", "ohun", "ojo", "oko", "orile", "oruko", "osu", "pelu",
          "tabi", "tele", "won", "yii");

  /** Frequent words that other languages have too: they count where every fourth is one. */
  private static final Set<String> SHARED_WORDS =
      Set.of("ara", "bi", "ile", "je", "kan", "lo", "ni", "pe", "ri", "se", "si", "ti", "to", "wa");

  /** Letters of Vietnamese, which has Yoruba's dots and tones. */
  private static final String VIETNAMESE = "\u0103\u0111\u01A1\u01B0\u1EA1\u1EA3\u1ECB\u1EE5";

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
    int own = 0;
    int shared = 0;
    int all = 0;
    for (var word : Words.of(text)) {
      boolean hasGb = word.text().contains("gb") && !word.text().equals("rugby");
      own += OWN_WORDS.contains(word.text()) ? 1 : 0;
      own += hasGb ? 1 : 0;
      shared += SHARED_WORDS.contains(word.text()) ? 1 : 0;
      all++;
    }
    return 2 * own + (all > 0 && shared * 4 >= all ? 1 : 0);
  }

  private static int count(String text, String letters) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      found += letters.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    return found;
  }
}
