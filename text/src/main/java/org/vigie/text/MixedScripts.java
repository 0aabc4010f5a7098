package org.vigie.text;

/**
 * Puts letters back that imitate another script, inside words that mix scripts.
 *
 * <p>A word of one script is left alone, so that genuine Cyrillic or Greek stays what it is. In a
 * mixed one, the script of most of its letters is taken for the word's own, Latin where as many are
 * of another, and letters of any other script that look like one of its own ({@link Lookalikes})
 * are exchanged. Combining marks between letters part no word.
 */
final class MixedScripts {
  private MixedScripts() {}

  static void unmix(FoldedBuffer text) {
    int length = text.length();
    int position = 0;
    while (position < length) {
      int start = position;
      int latin = 0;
      int cyrillic = 0;
      int greek = 0;
      int other = 0;
      int kind = Lookalikes.scriptOf(text.charAt(position));
      while (kind != Lookalikes.NO_LETTER) {
        latin += kind == Lookalikes.LATIN ? 1 : 0;
        cyrillic += kind == Lookalikes.CYRILLIC ? 1 : 0;
        greek += kind == Lookalikes.GREEK ? 1 : 0;
        other += kind == Lookalikes.OTHER ? 1 : 0;
        position++;
        kind =
            position < length ? Lookalikes.scriptOf(text.charAt(position)) : Lookalikes.NO_LETTER;
      }
      int own = Math.max(latin, Math.max(cyrillic, greek));
      if (own >= Math.max(1, other) && latin + cyrillic + greek + other > own) {
        int script = latin == own ? Lookalikes.LATIN : Lookalikes.GREEK;
        script = cyrillic == own && latin < own ? Lookalikes.CYRILLIC : script;
        replace(text, start, position, script);
      }
      position = Math.max(position, start + 1);
    }
  }

  private static void replace(FoldedBuffer text, int start, int end, int script) {
    for (int i = start; i < end; i++) {
      char letter = Lookalikes.in(script, text.charAt(i));
      if (letter != 0) {
        text.replace(i, letter, Trace.CONFUSABLE);
      }
    }
  }
}
