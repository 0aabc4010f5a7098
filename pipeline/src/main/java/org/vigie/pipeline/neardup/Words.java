package org.vigie.pipeline.neardup;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.text.NormalizedText;

/**
 * The words of a text as near-duplicates compare them: {@linkplain NormalizedText normalised}, so
 * that a disguise makes no other word of one; letters, marks and digits only.
 *
 * <p>In scripts that don't part words by spaces each character is a word, so that pairs of words
 * are pairs of characters there.
 */
public final class Words {
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  /** What most texts are made of, of which no table need be asked. */
  private static final int LAST_ASCII = 0x7F;

  private Words() {}

  /** Returns the words in reading order. Linear in the length of the text. */
  public static List<String> of(String text) {
    String folded = NormalizedText.fold(text);
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int at = 0; at < folded.length(); ) {
      int character = folded.codePointAt(at);
      int after = at + Character.charCount(character);
      boolean single = isUnspaced(character);
      if (single || !belongsToWord(character)) {
        if (start >= 0) {
          words.add(folded.substring(start, at));
          start = -1;
        }
        if (single) {
          words.add(folded.substring(at, after));
        }
      } else if (start < 0) {
        start = at;
      }
      at = after;
    }
    if (start >= 0) {
      words.add(folded.substring(start));
    }
    return words;
  }

  private static boolean belongsToWord(int character) {
    if (character <= LAST_ASCII) {
      int small = character | 0x20;
      return 'a' <= small && small <= 'z' || '0' <= character && character <= '9';
    }
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.NON_SPACING_MARK
        || Character.getType(character) == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isUnspaced(int character) {
    return character > 0x0E00
        && Character.isLetter(character)
        && UNSPACED.contains(UnicodeScript.of(character));
  }
}
