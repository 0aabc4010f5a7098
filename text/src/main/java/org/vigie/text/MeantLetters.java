package org.vigie.text;

/**
 * The letters that digits and signs stand for in leetspeak, by script.
 *
 * <p>A sign may stand for one of several letters: 1 for i and for l. Therefore words are compared
 * in a form in which all of these are one letter, and repeated letters stand once; a disguised word
 * and the one it stands for have the same form.
 */
public final class MeantLetters {
  /** How often a letter stands in a row where it is no spelling's. */
  static final int REPEATS = 3;

  private static final int TABLE = 0x500;
  private static final char EURO = '\u20AC';

  /**
   * For Latin, Cyrillic and Greek, letters and what stands for them; the first of each group is the
   * letter that they become.
   */
  private static final char[][] TABLES = {
    table("a4@", "e3", "il1!|", "o0", "s5$", "t7", "b8", "g69", "z2"),
    table("ач4@", "зеэ3", "иі1!|", "о0", "с5$", "т7", "в8", "б6", "я9"),
    table("α4@", "ε3", "ι1!|", "ο0", "σ5$", "τ7", "β8")
  };

  /** Of words without a letter. */
  private static final char[] AS_IT_IS = {};

  /** Of words of a script in which no sign stands for a letter. */
  private static final char[] REPEATED_ONCE = {0};

  private MeantLetters() {}

  /** Returns whether a character that is no part of a word may stand for a letter. */
  static boolean isSign(char c) {
    return c == '@' || c == '$' || c == '!' || c == '|' || c == EURO;
  }

  /**
   * Returns the form in which words are compared.
   *
   * @param word a word as it is compared elsewhere, signs that stand for letters included
   */
  public static String form(String word) {
    return form(word, new int[word.length()]);
  }

  /**
   * Returns the same.
   *
   * @param first takes, for each letter of the form, the index of the first that became it
   */
  static String form(String word, int[] first) {
    char[] table = tableOf(word);
    StringBuilder form = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = letter(table, word.charAt(i));
      if (table == AS_IT_IS || form.isEmpty() || form.charAt(form.length() - 1) != c) {
        first[form.length()] = i;
        form.append(c);
      }
    }
    return form.toString();
  }

  /** Returns letters with a letter for each digit or sign among them. */
  static String undoneSigns(String letters) {
    char[] table = tableOf(letters);
    StringBuilder undone = new StringBuilder(letters.length());
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      undone.append(Character.isLetter(c) ? c : letter(table, c));
    }
    return undone.toString();
  }

  /** Returns a word with letters for the signs in it, each that stands three times or more once. */
  static String undone(String word) {
    char[] table = tableOf(word);
    StringBuilder undone = new StringBuilder(word.length());
    int i = 0;
    while (i < word.length()) {
      char c = word.charAt(i);
      int end = i + 1;
      while (end < word.length() && word.charAt(end) == c) {
        end++;
      }
      char meant = Character.isLetter(c) ? c : letter(table, c);
      for (int times = end - i >= REPEATS ? 1 : end - i; times > 0; times--) {
        undone.append(meant);
      }
      i = end;
    }
    return undone.toString();
  }

  /** The euro sign stands for what a 3 does. */
  private static char letter(char[] table, char c) {
    if (c == EURO && table.length == TABLE) {
      return table['3'];
    }
    return c < table.length && table[c] != 0 ? table[c] : c;
  }

  /** Returns the table of a word's script; an empty one if it has no letter. */
  private static char[] tableOf(String word) {
    boolean letters = false;
    for (int i = 0; i < word.length(); i++) {
      int script = Lookalikes.scriptOf(word.charAt(i));
      if (script >= Lookalikes.LATIN && script <= Lookalikes.GREEK) {
        return TABLES[script - Lookalikes.LATIN];
      }
      letters |= script == Lookalikes.OTHER;
    }
    return letters ? REPEATED_ONCE : AS_IT_IS;
  }

  private static char[] table(String... groups) {
    char[] table = new char[TABLE];
    for (String group : groups) {
      group.chars().forEach(c -> table[c] = group.charAt(0));
    }
    return table;
  }
}
