package org.vigie.text;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.advert.Span;

/**
 * A word with letters of several scripts, as it stands in a text. Ordinary writing has few such
 * words; a letter that imitates another ({@link Lookalikes}) makes one.
 *
 * @param span where it stands
 * @param scripts ISO 15924 codes of its letters' scripts, Latin first: {@code Latn+Cyrl}
 * @param likely the word in the one script that {@link NormalizedText} reads it in, of the same
 *     length; empty if some of its letters look like none of that script
 * @see <a href="https://www.unicode.org/reports/tr39/">UTS #39, Unicode Security Mechanisms</a>
 */
public record MixedWord(Span span, String scripts, String likely) {
  /** Stands for the second half of a letter beyond the BMP: it is invisible, and parts no word. */
  private static final char WORD_JOINER = '\u2060';

  /** Letters before it are Latin and imitate nothing. */
  private static final char LATIN_END = '\u0250';

  /** Returns the words of a text that mix scripts, in reading order. Linear time. */
  public static List<MixedWord> in(String text) {
    if (text.chars().allMatch(c -> c < LATIN_END)) {
      return List.of();
    }
    NormalizedText read = NormalizedText.of(text);
    List<MixedWord> words = new ArrayList<>();
    int end = 0;
    for (int start = 0; start < read.length(); start = Math.max(end, start + 1)) {
      end = start;
      while (end < read.length() && isLetter(read, end)) {
        end++;
      }
      if (end > start) {
        addIfMixed(read, start, end, words);
      }
    }
    return words;
  }

  /** Returns a text of the same length in which such words stand as they are read. */
  public static String unmixed(String text) {
    StringBuilder unmixed = null;
    for (MixedWord word : in(text)) {
      if (!word.likely().isEmpty()) {
        unmixed = unmixed == null ? new StringBuilder(text) : unmixed;
        unmixed.replace(word.span().start(), word.span().end(), word.likely());
      }
    }
    return unmixed == null ? text : unmixed.toString();
  }

  private static void addIfMixed(NormalizedText read, int start, int end, List<MixedWord> words) {
    Span span = read.originalSpan(start, end);
    boolean imitates = (read.traces(start, end) & Trace.CONFUSABLE) != 0;
    Set<Character.UnicodeScript> scripts = scripts(span.of(read.original()));
    if (imitates || isOfTwoAlphabets(scripts)) {
      String likely = imitates && isOfOneScript(read, start, end) ? likely(read, start, end) : "";
      words.add(new MixedWord(span, names(scripts), likely));
    }
  }

  private static String likely(NormalizedText read, int start, int end) {
    Span word = read.originalSpan(start, end);
    StringBuilder likely = new StringBuilder(word.of(read.original()));
    for (int i = start; i < end; i++) {
      Span letter = read.originalSpan(i, i + 1);
      if ((read.trace(i) & Trace.CONFUSABLE) != 0) {
        int written = read.original().codePointAt(letter.start());
        char meant = read.folded().charAt(i);
        int at = letter.start() - word.start();
        likely.setCharAt(at, Character.isUpperCase(written) ? Character.toUpperCase(meant) : meant);
        if (Character.charCount(written) > 1) {
          likely.setCharAt(at + 1, WORD_JOINER);
        }
      }
    }
    return likely.toString();
  }

  private static boolean isLetter(NormalizedText read, int position) {
    return Lookalikes.scriptOf(read.folded().charAt(position)) != Lookalikes.NO_LETTER;
  }

  private static boolean isOfOneScript(NormalizedText read, int start, int end) {
    return read.folded()
            .substring(start, end)
            .chars()
            .map(c -> Lookalikes.scriptOf((char) c))
            .filter(script -> script != Lookalikes.MARK)
            .distinct()
            .count()
        == 1;
  }

  private static Set<Character.UnicodeScript> scripts(String word) {
    Set<Character.UnicodeScript> scripts = EnumSet.noneOf(Character.UnicodeScript.class);
    word.codePoints()
        .filter(Character::isLetter)
        .mapToObj(Character.UnicodeScript::of)
        .forEach(scripts::add);
    scripts.remove(Character.UnicodeScript.COMMON);
    scripts.remove(Character.UnicodeScript.INHERITED);
    return scripts;
  }

  /** Returns whether letters of the three alphabets that are mistaken for each other stand here. */
  private static boolean isOfTwoAlphabets(Set<Character.UnicodeScript> scripts) {
    Set<Character.UnicodeScript> alphabets =
        EnumSet.of(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.GREEK);
    alphabets.retainAll(scripts);
    return alphabets.size() > 1;
  }

  private static String names(Set<Character.UnicodeScript> scripts) {
    List<String> names = new ArrayList<>();
    for (Character.UnicodeScript script : scripts) {
      int code = UScript.getCodeFromName(script.name());
      String name = UScript.getShortName(code);
      names.add(script == Character.UnicodeScript.LATIN ? 0 : names.size(), name);
    }
    return String.join("+", names);
  }
}
