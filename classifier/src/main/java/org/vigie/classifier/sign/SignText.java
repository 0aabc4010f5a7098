package org.vigie.classifier.sign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.advert.Span;
import org.vigie.text.Deobfuscation;
import org.vigie.text.KnownWords;
import org.vigie.text.NormalizedText;
import org.vigie.text.Reachable;
import org.vigie.text.Trace;
import org.vigie.text.Word;

/**
 * A text as signs are read in it: its words with disguises undone and pictures among them, parted
 * into sentences.
 *
 * <p>Distances are counted in units: one for each word, and where a script writes words together,
 * one for every two letters.
 */
final class SignText {
  /** Words that are written together have about so many letters. */
  private static final int LETTERS_A_UNIT = 2;

  private final NormalizedText text;
  private final List<Token> tokens;
  private final int sentences;
  private final int words;

  /** By sentence: its first token; then the number of tokens. */
  private final int[] firsts;

  private SignText(NormalizedText text, List<Token> tokens, int sentences, int words) {
    this.text = text;
    this.tokens = tokens;
    this.sentences = sentences;
    this.words = words;
    this.firsts = new int[Math.max(1, sentences) + 1];
    int sentence = 0;
    for (int i = 0; i < tokens.size(); i++) {
      while (sentence < tokens.get(i).sentence()) {
        firsts[++sentence] = i;
      }
    }
    Arrays.fill(firsts, sentence + 1, firsts.length, tokens.size());
  }

  /**
   * A word or a picture.
   *
   * @param text as concepts compare words
   * @param start its first position in the normalised text
   * @param end position after its last
   * @param unit where it begins, in units from the text's start
   * @param sentence number of its sentence, from 0
   * @param undone whether a disguise was undone to read it
   */
  record Token(String text, int start, int end, int unit, int sentence, boolean undone) {
    /** Returns how many units it takes. */
    int units() {
      return isWrittenTogether() ? Math.max(1, text.length() / LETTERS_A_UNIT) : 1;
    }

    /** Returns whether its script writes words together. */
    boolean isWrittenTogether() {
      return !text.isEmpty() && Together.isOf(text.charAt(0));
    }
  }

  /** Scripts that don't part words: Han, kana, Thai, Lao, Khmer, Burmese. */
  static final class Together {
    private Together() {}

    static boolean isOf(char c) {
      return c >= 0x0E00
          && (c <= 0x0EFF
              || (c >= 0x1000 && c <= 0x109F)
              || (c >= 0x1780 && c <= 0x17FF)
              || (c >= 0x3040 && c <= 0x30FF)
              || (c >= 0x3400 && c <= 0x9FFF));
    }
  }

  /**
   * Reads a text, but not where it tells where to write.
   *
   * @param allWords the words of {@code text}
   * @param known the words into which letters set apart are parted
   */
  static SignText of(NormalizedText text, List<Word> allWords, KnownWords known) {
    List<Word> words = Reachable.outside(text.folded(), allWords);
    Optional<Deobfuscation> undone = Deobfuscation.of(text, words, known);
    List<Word> read = undone.map(Deobfuscation::words).orElse(words);
    List<Token> tokens = new ArrayList<>(read.size() + 4);
    String folded = text.folded();
    int at = 0;
    int unit = 0;
    int sentence = 0;
    boolean fresh = true;
    for (int i = 0; i <= read.size(); i++) {
      int next = i < read.size() ? read.get(i).start() : folded.length();
      for (int k = at; k < next; k++) {
        int code = folded.codePointAt(k);
        if (Emoji.is(code)) {
          int end = k + Character.charCount(code);
          tokens.add(new Token(new String(Character.toChars(code)), k, end, unit, sentence, false));
          unit++;
          fresh = false;
        }
        if (endsSentence(folded, k)) {
          sentence += fresh ? 0 : 1;
          fresh = true;
        }
      }
      if (i == read.size()) {
        break;
      }
      Word word = read.get(i);
      boolean isUndone = undone.isPresent() && undone.get().traces(i) != Trace.NONE;
      // A word of the list is cut; where words are written together it is a whole sentence.
      String letters =
          word.end() - word.start() > 48 && !isUndone
              ? folded.substring(word.start(), word.end())
              : word.text();
      Token token =
          new Token(
              SignLetters.folded(letters), word.start(), word.end(), unit, sentence, isUndone);
      tokens.add(token);
      unit += token.units();
      fresh = false;
      at = Math.max(at, word.end());
    }
    return new SignText(text, tokens, fresh ? sentence : sentence + 1, words.size());
  }

  private static boolean endsSentence(String folded, int at) {
    return switch (folded.charAt(at)) {
      case '!', '?', '\n', '\u061F', '\u2026', '\u0964', '\u06D4', '\u1362', '\u1367', '\u3002' ->
          true;
      case '.' -> at + 1 >= folded.length() || folded.charAt(at + 1) <= ' ';
      default -> false;
    };
  }

  List<Token> tokens() {
    return tokens;
  }

  /** Returns the number of sentences. */
  int sentences() {
    return sentences;
  }

  /** Returns the index of a sentence's first token, or that of the one behind it if it has none. */
  int first(int sentence) {
    return firsts[sentence];
  }

  /** Returns the number of words. */
  int words() {
    return words;
  }

  /** Returns where tokens stand in the original text. */
  Span span(int first, int last) {
    return text.originalSpan(tokens.get(first).start(), tokens.get(last).end());
  }

  /** Returns where some sentences stand in the original text; empty if they have no token. */
  List<Span> spans(int firstSentence, int lastSentence) {
    int first = first(firstSentence);
    int end = first(lastSentence + 1);
    return first < end ? List.of(span(first, end - 1)) : List.of();
  }

  /** Returns some sentences as they stand in the original text, with the marks that end them. */
  String original(int firstSentence, int lastSentence) {
    List<Span> spans = spans(firstSentence, lastSentence);
    if (spans.isEmpty()) {
      return "";
    }
    String original = text.original();
    int end = spans.getFirst().end();
    while (end < original.length() && isMark(original.charAt(end))) {
      end++;
    }
    return original.substring(spans.getFirst().start(), end);
  }

  /** What ends a sentence says much of it. */
  private static boolean isMark(char c) {
    return c != '\n' && endsSentence(String.valueOf(c), 0);
  }

  /** Returns whether a question mark ends a sentence. */
  boolean asks(int lastToken) {
    if (isQuestionMark(tokens.get(lastToken).text())) {
      return true;
    }
    String folded = text.folded();
    int end = lastToken + 1 < tokens.size() ? tokens.get(lastToken + 1).start() : folded.length();
    for (int i = tokens.get(lastToken).end(); i < end; i++) {
      char c = folded.charAt(i);
      if (c == '?' || c == '\u061F' || c == ';' && isGreek(folded, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isQuestionMark(String token) {
    return token.equals("?") || token.equals("\u061F") || token.equals("\u1367");
  }

  private static boolean isGreek(String folded, int at) {
    return at > 0 && folded.charAt(at - 1) >= 0x370 && folded.charAt(at - 1) < 0x400;
  }

  /** Returns a stretch of the folded text. */
  String folded(int start, int end) {
    return text.folded().substring(start, end);
  }
}
