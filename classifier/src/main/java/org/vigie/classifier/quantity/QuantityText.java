package org.vigie.classifier.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Span;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/** A text as its amounts are read: digits apart from letters, listed phrases marked. */
final class QuantityText {
  /** Characters up to which the language of a text is told wrongly too often to be relied on. */
  private static final int SHORT = 80;

  private static final Set<QuantityRole> NUMBERS =
      Set.of(QuantityRole.NUMBER, QuantityRole.THOUSAND, QuantityRole.MAGNITUDE);

  private final NormalizedText text;
  private final String folded;
  private final List<Word> words;
  private final SplitWords split;

  /** Word → the phrases that start with it; null where none does, as with most words. */
  private final @Nullable List<QuantityMention>[] starting;

  private final @Nullable List<QuantityMention>[] ending;

  private final String language;
  private final QuantityWords vocabulary;

  /** All mentions of a short text, whatever their language; none of others. */
  private final List<QuantityMention> ofAny = new ArrayList<>();

  private QuantityText(
      NormalizedText text, SplitWords split, QuantityWords vocabulary, String language) {
    this.text = text;
    this.split = split;
    this.vocabulary = vocabulary;
    this.language = language;
    this.folded = text.folded();
    this.words = split.words();
    this.starting = mentions(words.size());
    this.ending = mentions(words.size());
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of lists of something
  private static @Nullable List<QuantityMention>[] mentions(int words) {
    return new List[words];
  }

  static QuantityText of(
      NormalizedText text, List<Word> words, QuantityWords vocabulary, String language) {
    SplitWords split = SplitWords.of(text.folded(), words);
    QuantityText read = new QuantityText(text, split, vocabulary, language);
    for (PhraseAutomaton.Hit hit : vocabulary.find(split.words(), split::clause)) {
      for (Meaning meaning : vocabulary.meanings(hit.phrase())) {
        read.note(new QuantityMention(meaning, hit.firstWord(), hit.lastWord()));
      }
    }
    return read;
  }

  private void note(QuantityMention mention) {
    String only = mention.meaning().onlyIn();
    if (only.isEmpty() || only.equals(language)) {
      note(starting, mention.first(), mention);
      note(ending, mention.last(), mention);
    }
    if (isShort()) {
      ofAny.add(mention);
    }
  }

  /** Returns whether the text is so short that its language is hardly known. */
  boolean isShort() {
    return folded.length() <= SHORT;
  }

  /** Returns the languages in which words of a short text may say numbers; none for others. */
  Set<String> languagesOfNumbers() {
    Set<String> languages = new TreeSet<>();
    for (QuantityMention mention : ofAny) {
      if (NUMBERS.contains(mention.meaning().role())) {
        languages.add(mention.meaning().onlyIn());
      }
    }
    for (int word = 0; isShort() && word < words.size(); word++) {
      if (moneyFollows(word)) {
        languages.addAll(vocabulary.joinedIn(words.get(word).text()));
      }
    }
    languages.removeAll(Set.of("", language));
    return languages;
  }

  /** Returns a short text as it is read in another language. */
  QuantityText in(String other) {
    QuantityText read = new QuantityText(text, split, vocabulary, other);
    ofAny.forEach(read::note);
    return read;
  }

  /** Returns whether numbers are read in words of the text's language. */
  boolean spellsNumbers() {
    return vocabulary.spells(language);
  }

  /** Returns the currency that a word of a short text is in another language, or nothing. */
  String currencyElsewhere(int word) {
    return ofAny.stream()
        .filter(mention -> mention.first() == word && mention.last() == word)
        .map(QuantityMention::meaning)
        .filter(meaning -> meaning.role() == QuantityRole.CURRENCY)
        .map(Meaning::code)
        .findFirst()
        .orElse("");
  }

  private static void note(
      @Nullable List<QuantityMention>[] at, int word, QuantityMention mention) {
    List<QuantityMention> known = at[word];
    if (known == null) {
      at[word] = List.of(mention);
    } else {
      List<QuantityMention> more = new ArrayList<>(known);
      more.add(mention);
      at[word] = more;
    }
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

  /** Returns whether a word is a number in any of the languages that write such together. */
  boolean isJoined(int index) {
    return !vocabulary.joinedIn(words.get(index).text()).isEmpty();
  }

  /** Returns whether a currency, or what multiplies, follows a word. */
  boolean moneyFollows(int index) {
    return isMoney(index) || startingAt(index + 1, QuantityRole.MAGNITUDE) != null;
  }

  /** Returns whether a currency follows a word. */
  boolean isMoney(int index) {
    int end = words.get(index).end();
    char next = charAt(charAt(end) == ' ' ? end + 1 : end);
    return isCurrencySign(next) || startingAt(index + 1, QuantityRole.CURRENCY) != null;
  }

  static boolean isCurrencySign(char c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  Word word(int index) {
    return words.get(index);
  }

  /** Returns the number of the line or sentence that a word is in. */
  int clause(int index) {
    return split.clause(index);
  }

  /** Returns whether a word is of ASCII digits. */
  boolean isNumber(int index) {
    return isDigit(words.get(index).text().charAt(0));
  }

  /** Returns the longest phrase of a role that starts with a word, or null. */
  @Nullable QuantityMention startingAt(int index, QuantityRole role) {
    return index < 0 || index >= words.size() ? null : longest(starting[index], role);
  }

  /** Returns the longest phrase of a role that ends with a word, or null. */
  @Nullable QuantityMention endingAt(int index, QuantityRole role) {
    return index < 0 || index >= words.size() ? null : longest(ending[index], role);
  }

  private @Nullable QuantityMention longest(
      @Nullable List<QuantityMention> mentions, QuantityRole role) {
    QuantityMention longest = null;
    for (int i = 0; mentions != null && i < mentions.size(); i++) {
      QuantityMention mention = mentions.get(i);
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
