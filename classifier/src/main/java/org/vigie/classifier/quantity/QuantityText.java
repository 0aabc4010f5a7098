package org.vigie.classifier.quantity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Span;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/** A text as its amounts are read: digits apart from letters, listed phrases marked. */
final class QuantityText {
  private final NormalizedText text;
  private final String folded;
  private final List<Word> words;
  private final List<List<QuantityMention>> starting;
  private final List<List<QuantityMention>> ending;

  private final String language;
  private final QuantityWords vocabulary;

  private QuantityText(
      NormalizedText text, List<Word> words, QuantityWords vocabulary, String language) {
    this.text = text;
    this.vocabulary = vocabulary;
    this.language = language;
    this.folded = text.folded();
    this.words = words;
    this.starting = new ArrayList<>(words.size());
    this.ending = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      starting.add(List.of());
      ending.add(List.of());
    }
  }

  static QuantityText of(
      NormalizedText text, List<Word> words, QuantityWords vocabulary, String language) {
    QuantityText read = new QuantityText(text, split(text.folded(), words), vocabulary, language);
    for (PhraseAutomaton.Hit hit : vocabulary.find(read.words)) {
      for (Meaning meaning : vocabulary.meanings(hit.phrase())) {
        if (meaning.onlyIn().isEmpty() || meaning.onlyIn().equals(language)) {
          QuantityMention mention = new QuantityMention(meaning, hit.firstWord(), hit.lastWord());
          note(read.starting, mention.first(), mention);
          note(read.ending, mention.last(), mention);
        }
      }
    }
    return read;
  }

  private static void note(List<List<QuantityMention>> at, int word, QuantityMention mention) {
    if (at.get(word).isEmpty()) {
      at.set(word, new ArrayList<>(2));
    }
    at.get(word).add(mention);
  }

  /** Splits words where digits meet letters and at apostrophes. */
  private static List<Word> split(String folded, List<Word> words) {
    List<Word> split = new ArrayList<>(words.size() + 16);
    int clause = 0;
    int end = 0;
    for (Word word : words) {
      clause += breaks(folded, end, word.start()) ? 1 : 0;
      splitWord(folded, word, clause, split);
      end = word.end();
    }
    return split;
  }

  private static void splitWord(String folded, Word word, int clause, List<Word> split) {
    int from = word.start();
    for (int i = word.start() + 1; i <= word.end(); i++) {
      boolean seam =
          i == word.end()
              || Words.isApostrophe(folded.charAt(i))
              || isDigit(folded.charAt(i)) != isDigit(folded.charAt(i - 1));
      if (seam && from < i) {
        boolean whole = from == word.start() && i == word.end();
        String compared = whole ? word.text() : Words.compared(folded.substring(from, i));
        if (!compared.isEmpty()) { // marks without a letter
          split.add(new Word(compared, from, i, clause));
        }
        from = i;
      }
      if (i < word.end() && Words.isApostrophe(folded.charAt(i))) {
        from = i + 1;
        i++;
      }
    }
  }

  /** Returns whether a line or sentence ends; "y.o." and "1.200" go on. */
  private static boolean breaks(String folded, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = folded.charAt(i);
      boolean sign = ".,;:!?".indexOf(c) >= 0 && i + 1 < to && folded.charAt(i + 1) == ' ';
      if (c == '\n' || sign) {
        return true;
      }
    }
    return false;
  }

  int size() {
    return words.size();
  }

  /** Returns the text's language, as it was told. */
  String language() {
    return language;
  }

  /** Returns the number that a word is, of those its language writes together, or 0. */
  int joinedNumber(int index) {
    return vocabulary.joinedNumber(words.get(index).text(), language);
  }

  /** Returns whether a currency, or what multiplies, follows a position behind a blank. */
  boolean moneyFollows(int index) {
    int end = words.get(index).end();
    char next = charAt(charAt(end) == ' ' ? end + 1 : end);
    return isCurrencySign(next)
        || startingAt(index + 1, QuantityRole.CURRENCY) != null
        || startingAt(index + 1, QuantityRole.MAGNITUDE) != null;
  }

  static boolean isCurrencySign(char c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  Word word(int index) {
    return words.get(index);
  }

  /** Returns whether a word is of ASCII digits. */
  boolean isNumber(int index) {
    return isDigit(words.get(index).text().charAt(0));
  }

  /** Returns the longest phrase of a role that starts with a word, or null. */
  @Nullable QuantityMention startingAt(int index, QuantityRole role) {
    return index < 0 || index >= words.size() ? null : longest(starting.get(index), role);
  }

  /** Returns the longest phrase of a role that ends with a word, or null. */
  @Nullable QuantityMention endingAt(int index, QuantityRole role) {
    return index < 0 || index >= words.size() ? null : longest(ending.get(index), role);
  }

  private @Nullable QuantityMention longest(List<QuantityMention> mentions, QuantityRole role) {
    QuantityMention longest = null;
    for (QuantityMention mention : mentions) {
      if (mention.meaning().role() == role && (longest == null || isBetter(mention, longest))) {
        longest = mention;
      }
    }
    return longest;
  }

  /** A longer phrase is better, and of two as long, the one of the text's language. */
  private boolean isBetter(QuantityMention mention, QuantityMention known) {
    boolean own = mention.meaning().language().equals(language);
    boolean knownOwn = known.meaning().language().equals(language);
    return mention.length() > known.length()
        || (mention.length() == known.length() && own && !knownOwn);
  }

  /** Returns the character at a position, or a line end outside the text. */
  char charAt(int position) {
    return position >= 0 && position < folded.length() ? folded.charAt(position) : '\n';
  }

  /** Returns where the word begins, or the end of the text if there is none. */
  int startOf(int index) {
    return index < words.size() ? words.get(index).start() : folded.length();
  }

  /**
   * Returns whether nothing stands between two positions but characters of a set, and few of them.
   */
  boolean isGap(int from, int to, String allowed, int most) {
    if (to < from || to - from > most) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (allowed.indexOf(folded.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the text as it was between two positions of the normalised one. */
  String original(int start, int end) {
    return text.originalSpan(start, end).of(text.original());
  }

  Span span(int start, int end) {
    return text.originalSpan(start, end);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
