package org.vigie.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses and telephone numbers in a text: they tell where to write, and nothing of what is said.
 */
public final class Reachable {
  /**
   * In folded text. A number is one of a telephone where it begins with a plus sign or a nought.
   */
  private static final Pattern ADDRESS_OR_NUMBER =
      Pattern.compile(
          "(?<!\\w)h[tx]{2}ps?://\\S++"
              + "|(?<!\\w)(?:www\\.|(?:[a-z0-9-]{1,63}+\\.){1,6}+[a-z]{2,24}/)\\S++"
              + "|(?<![\\w.+-])[\\w+-]++(?:\\.[\\w+-]++)*+@[\\w-]++(?:\\.[\\w-]++)++"
              + "|(?<!\\w)@\\w{3,}+"
              + "|(?:\\+|(?<![\\w.,])(?<!\\d )0)\\d[\\d ()/.-]{6,20}\\d(?!\\w)");

  private Reachable() {}

  /** Returns the words that stand in none. */
  public static List<Word> outside(String folded, List<Word> words) {
    Matcher found = ADDRESS_OR_NUMBER.matcher(folded);
    if (!found.find()) {
      return words;
    }
    List<Word> left = new ArrayList<>(words.size());
    boolean more = true;
    for (Word word : words) {
      while (more && found.end() <= word.start()) {
        more = found.find();
      }
      if (!more || word.end() <= found.start()) {
        left.add(word);
      }
    }
    return left;
  }
}
