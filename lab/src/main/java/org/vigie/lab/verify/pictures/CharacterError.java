package org.vigie.lab.verify.pictures;

import java.text.Normalizer;

/** How far what was read is from what was written (Levenshtein's distance). */
final class CharacterError {
  private CharacterError() {}

  /** Returns a text with single blanks and composed letters. */
  static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " ").strip();
  }

  /** Returns how many characters must be inserted, deleted or replaced. */
  static long between(String written, String read) {
    String one = letters(written);
    String other = letters(read);
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
