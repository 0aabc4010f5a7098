package org.vigie.classifier.digit;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.text.Words;

/** Which words of one text are numbers, and which of them make one number together. */
public final class SpokenNumber {
  /** Room for " and ". */
  private static final int WIDEST_GAP = 5;

  private static final int HUNDRED = 100;

  private static final int MOST_OF_CODE = 3;

  private static final Pattern TURKISH_TEN = Pattern.compile("(?:^|\\s)on$");

  private static final String VOWELS = "uo";

  private static final char ARABIC_AND = '\u0648';

  private static final int LEAST_WITH_AND = 3;

  /** The shortest word of tens and a unit, and its parts. */
  private static final int LEAST_COMPOUND = 8;

  private static final int LEAST_TENS = 4;

  private static final int LEAST_UNIT = 3;

  private final String folded;
  private final NumberWords numbers;
  private final Map<String, Integer> own;

  /**
   * @param language ISO 639-1 code of the text, or empty
   */
  public SpokenNumber(String folded, NumberWords numbers, String language) {
    this.folded = folded;
    this.numbers = numbers;
    this.own = numbers.ofLanguage().getOrDefault(language, Map.of());
  }

  /** Returns the value of a word in the form in which words are compared; null if it is none. */
  @Nullable Integer valueOf(String word) {
    Integer value = listed(word);
    if (value == null && isAnd(word)) {
      return listed(word.substring(1));
    }
    return value == null ? compound(word) : value;
  }

  private @Nullable Integer listed(String word) {
    Integer value = own.get(word);
    return value == null ? numbers.values().get(word) : value;
  }

  /** Arabic writes its "and" as the first letter of the word behind it. */
  private static boolean isAnd(String word) {
    return word.length() > LEAST_WITH_AND && word.charAt(0) == ARABIC_AND;
  }

  /** Italian drops the vowel that ends the tens before another: "novantotto". */
  private @Nullable Integer tensOf(String word, int end) {
    String tens = word.substring(0, end);
    Integer value = listed(tens);
    boolean elided = value == null && VOWELS.indexOf(word.charAt(end)) >= 0;
    Integer whole = elided ? listed(tens + 'a') : value;
    return elided && whole == null ? listed(tens + 'i') : whole;
  }

  /** Hundreds, tens and a unit in one word, as Finnish, Italian and Swedish write them. */
  private @Nullable Integer compound(String word) {
    if (word.length() < LEAST_COMPOUND || word.charAt(0) > 'z') {
      return null;
    }
    for (int i = LEAST_TENS; i <= word.length() - LEAST_UNIT; i++) {
      Integer head = tensOf(word, i);
      Integer rest = head == null ? null : behind(head, word.substring(i));
      if (head != null && rest != null) {
        return head + rest;
      }
    }
    return null;
  }

  /** Returns the unit behind tens, or what is below a hundred behind hundreds; or null. */
  private @Nullable Integer behind(int head, String rest) {
    Integer listed = listed(rest);
    boolean hundreds = head >= HUNDRED && head % HUNDRED == 0;
    boolean tens = head >= 20 && head < HUNDRED && head % 10 == 0;
    Integer value = hundreds && listed == null ? compound(rest) : listed;
    boolean fits =
        value != null && value >= 1 && (hundreds && value < HUNDRED || tens && value <= 9);
    return fits ? value : null;
  }

  boolean isHundred(String word) {
    return numbers.hundreds().contains(word);
  }

  /** Returns whether a word is hundreds by itself, and so means nothing else. */
  boolean isHundreds(String word) {
    Integer value = valueOf(word);
    return value != null && value >= HUNDRED;
  }

  /** Returns whether a word is a number or makes hundreds of one. */
  boolean isPart(String word) {
    return valueOf(word) != null || isHundred(word);
  }

  /** Returns whether the word behind a number word is one as well, or makes hundreds of it. */
  boolean goesOnWith(String word, String next) {
    Integer value = valueOf(word);
    return valueOf(next) != null
        || DigitRuns.MULTIPLIERS.containsKey(next)
        || (value != null && value >= 1 && value <= 9 && isHundred(next));
  }

  /** Returns whether a word is a number in texts of the language alone. */
  boolean isOwn(String word) {
    return own.containsKey(word);
  }

  /** Returns whether a word means something else as well. */
  boolean isWeak(String word) {
    return own.containsKey(word) || numbers.weak().contains(word);
  }

  /**
   * Returns the digits of a number of which a word is the next part, such as "twenty" and "one",
   * "quatre" and "vingt", or "nine" and "hundred"; empty if it begins another.
   *
   * @param before what stands before it
   * @param start where the word stands
   */
  String together(DigitGroup before, String word, int start, int end) {
    if (!before.isWord() || isApart(before.end(), start)) {
      return "";
    }
    String digits = before.digits();
    Integer value = valueOf(word);
    if (value == null) {
      return digits.length() == 1 && !digits.equals("0") ? digits + "00" : "";
    }
    if (digits.equals("4") && value == 20 && wordOf(before).equals("quatre")) {
      return "80";
    }
    if (value == 10 && word.equals("muoi") && digits.length() == 1 && !digits.equals("0")) {
      return digits + "0"; // Vietnamese tens
    }
    boolean joined = isAnd(word);
    int known =
        digits.length() <= 3 && (joined || digits.length() > 1) ? Integer.parseInt(digits) : 0;
    if (known > 0 && joined && isJoined(known, value)) {
      return Integer.toString(known + value);
    }
    return known > 0 && !joined && isNextPart(before, known, value, end)
        ? Integer.toString(known + value)
        : "";
  }

  /** "Seven hundred and four and thirty". */
  private static boolean isJoined(int known, int value) {
    boolean behindUnit = known % HUNDRED >= 1 && known % HUNDRED <= 9;
    boolean tens = value >= 20 && value < HUNDRED && value % 10 == 0;
    return known % HUNDRED == 0 && value > 0 && value < HUNDRED || behindUnit && tens;
  }

  private boolean isNextPart(DigitGroup before, int known, int value, int end) {
    if (known >= HUNDRED && known % HUNDRED == 0) {
      // "Nine hundred one two" are digits one by one.
      return value >= 10 && value < HUNDRED || value > 0 && value < 10 && !isPartBehind(end);
    }
    int tens = known % HUNDRED;
    boolean unit = tens >= 20 && tens % 10 == 0 && value >= 1 && value <= 9;
    boolean turkishTeen =
        tens == 10 && value >= 1 && value <= 9 && TURKISH_TEN.matcher(wordOf(before)).find();
    boolean frenchTeen = (tens == 60 || tens == 80) && value >= 10 && value <= 19;
    return unit || turkishTeen || frenchTeen;
  }

  private boolean isApart(int end, int start) {
    return start - end > WIDEST_GAP || folded.substring(end, start).indexOf(',') >= 0;
  }

  private boolean isPartBehind(int end) {
    return isPart(wordBehind(end, WIDEST_GAP));
  }

  /** Returns the word that stands behind a position, a few signs away at most, or nothing. */
  String wordBehind(int end, int gap) {
    int start = startBehind(end, gap);
    return Words.compared(folded.substring(start, stop(start)));
  }

  /** Returns where a word begins behind a position, or where it would at most. */
  int startBehind(int end, int gap) {
    int start = end;
    while (start < folded.length()
        && start - end < gap
        && !Words.isWordChar(folded.charAt(start))) {
      start++;
    }
    return start;
  }

  /** Returns where a word ends that begins at a position. */
  int stop(int start) {
    int stop = start;
    while (stop < folded.length()
        && stop - start <= DigitRuns.LONGEST_WORD
        && DigitRuns.continuesToken(folded, stop)) {
      stop++;
    }
    return stop;
  }

  /** Returns the digits, three at most, of number words that stand one after another; or none. */
  public String digitsFrom(int position) {
    StringBuilder digits = new StringBuilder();
    int start = position;
    while (start < folded.length() && digits.length() < MOST_OF_CODE) {
      int end = start;
      while (end < folded.length() && DigitRuns.continuesToken(folded, end)) {
        end++;
      }
      String word = Words.compared(folded.substring(start, end));
      Integer value = valueOf(word);
      if (value == null && !DigitRuns.isJoiner(word)) {
        break;
      }
      int last = digits.isEmpty() ? 0 : digits.charAt(digits.length() - 1) - '0';
      if (value != null && last == 0 && digits.length() == 2 && value < 10) {
        digits.setCharAt(1, (char) ('0' + value));
      } else if (value != null && value == 10 && digits.length() == 1) {
        digits.append(0);
      } else if (value != null) {
        digits.append(value);
      }
      start = end + 1;
    }
    return digits.length() > MOST_OF_CODE ? "" : digits.toString();
  }

  private String wordOf(DigitGroup group) {
    return folded.substring(group.start(), group.end());
  }
}
