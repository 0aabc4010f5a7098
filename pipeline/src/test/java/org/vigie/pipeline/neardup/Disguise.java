package org.vigie.pipeline.neardup;

import java.util.SplittableRandom;

/** Ways to write a word so that it reads the same and is other characters. */
final class Disguise {
  private static final String LATIN = "aeiopsxy";
  private static final String CYRILLIC_THAT_LOOKS_SO = "аеіорѕху";
  private static final String INVISIBLE = "\u200B\u200C\u200D\u2060\u00AD\uFE0F";
  private static final int STRUCK_THROUGH = 0x0336;
  private static final int BOLD_A = 0x1D41A;
  private static final int FULL_WIDTH = 0xFEE0;

  private Disguise() {}

  /** Returns a word in one disguise, or as it is where the disguise needs letters it hasn't. */
  static String of(String word, SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> imitated(word, random);
      case 1 -> parted(word, random);
      case 2 -> styled(word, random.nextBoolean());
      default -> word.codePoints().allMatch(Disguise::isLatin) ? struckThrough(word) : word;
    };
  }

  /** Puts a letter of the other alphabet in the place of one, so that most stay what they are. */
  private static String imitated(String word, SplittableRandom random) {
    int from = random.nextInt(word.length());
    for (int i = 0; i < word.length(); i++) {
      int at = (from + i) % word.length();
      int latin = LATIN.indexOf(word.charAt(at));
      int cyrillic = CYRILLIC_THAT_LOOKS_SO.indexOf(word.charAt(at));
      if (word.length() > 2 && (latin >= 0 || cyrillic >= 0)) {
        char other = latin >= 0 ? CYRILLIC_THAT_LOOKS_SO.charAt(latin) : LATIN.charAt(cyrillic);
        return word.substring(0, at) + other + word.substring(at + 1);
      }
    }
    return word;
  }

  private static String parted(String word, SplittableRandom random) {
    int at = random.nextInt(word.length() + 1);
    char invisible = INVISIBLE.charAt(random.nextInt(INVISIBLE.length()));
    return word.substring(0, at) + invisible + word.substring(at);
  }

  private static String styled(String word, boolean bold) {
    StringBuilder styled = new StringBuilder();
    for (char c : word.toCharArray()) {
      styled.appendCodePoint(!isLatin(c) ? c : bold ? BOLD_A + c - 'a' : c + FULL_WIDTH);
    }
    return styled.toString();
  }

  private static String struckThrough(String word) {
    StringBuilder struck = new StringBuilder();
    word.chars().forEach(c -> struck.append((char) c).append((char) STRUCK_THROUGH));
    return struck.toString();
  }

  private static boolean isLatin(int c) {
    return c >= 'a' && c <= 'z';
  }
}
