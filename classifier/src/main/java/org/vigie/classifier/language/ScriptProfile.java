package org.vigie.classifier.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/**
 * The letters of the beginning of a text, counted by script.
 *
 * @param letters number of letters
 * @param dominant the script most letters are in; {@code COMMON} if there is no letter
 * @param dominantLetters how many letters are in it
 */
record ScriptProfile(int letters, UnicodeScript dominant, int dominantLetters) {

  static ScriptProfile of(CharSequence text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int letters = 0;
    int latin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        latin += letter ? 1 : 0;
        letters += letter ? 1 : 0;
      } else if (Character.isLetter(c)) {
        letters++;
        counts.merge(UnicodeScript.of(c), 1, Integer::sum);
      }
    }
    counts.merge(UnicodeScript.LATIN, latin, Integer::sum);
    UnicodeScript dominant = UnicodeScript.COMMON;
    int most = 0;
    for (Map.Entry<UnicodeScript, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        dominant = entry.getKey();
        most = entry.getValue();
      }
    }
    return new ScriptProfile(letters, dominant, most);
  }
}
