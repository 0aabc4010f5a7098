package org.vigie.classifier.risk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.vigie.advert.Contact;
import org.vigie.advert.Span;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * Turns the words of a text into what the model reads: contacts and protected attributes become
 * nothing, numbers become one word.
 */
final class RiskTokens {
  /** Longer words are cut, in UTF-16 positions. */
  static final int LONGEST_WORD = 24;

  /** What is left of markup that somebody escaped. */
  private static final List<String> MARKUP = List.of("amp", "nbsp", "quot", "lt", "gt");

  private RiskTokens() {}

  /**
   * A word as the model reads it.
   *
   * @param text the word, or a type in angle brackets
   * @param start where it begins in the original
   * @param end where it ends there
   * @param glued whether it forms a pair with the token before it
   */
  record Token(String text, int start, int end, boolean glued) {
    /** Returns where it stands in the original. */
    Span span() {
      return new Span(start, end);
    }
  }

  static List<Token> of(
      NormalizedText text, List<Word> words, List<Contact> contacts, BitSet masked) {
    return of(text, Sections.of(text.original()), words, contacts, masked);
  }

  static List<Token> of(
      NormalizedText text,
      Sections sections,
      List<Word> words,
      List<Contact> contacts,
      BitSet masked) {
    List<Token> tokens = new ArrayList<>(words.size());
    int contact = 0;
    boolean glued = false;
    int clause = -1;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      int start = text.originalStart(word.start());
      int end = text.originalEnd(word.end());
      glued &= word.clause() == clause;
      clause = word.clause();
      while (contact < contacts.size() && contacts.get(contact).span().end() <= start) {
        contact++;
      }
      // Those that end before it are passed.
      boolean inContact = contact < contacts.size() && contacts.get(contact).span().start() < end;
      if (inContact || sections.isHeading(start) || masked.get(i) || MARKUP.contains(word.text())) {
        glued = false;
      } else {
        addWord(tokens, text, word, start, end, glued);
        glued = true;
      }
    }
    return tokens;
  }

  /** Splits words that lost the space between them, as in {@code teamWhat}. */
  private static void addWord(
      List<Token> tokens, NormalizedText text, Word word, int start, int end, boolean glued) {
    if (Character.isDigit(text.folded().charAt(word.start()))) {
      tokens.add(new Token("<number>", start, end, glued));
      return;
    }
    int split = seam(text.original(), start, end);
    if (split < 0 || word.text().length() != end - start) {
      tokens.add(new Token(cut(word.text()), start, end, glued));
      return;
    }
    int at = split - start;
    tokens.add(new Token(cut(word.text().substring(0, at)), start, split, glued));
    tokens.add(new Token(cut(word.text().substring(at)), split, end, false));
  }

  private static int seam(String original, int start, int end) {
    if (Character.isUpperCase(original.charAt(start))) {
      return -1; // a name such as PowerPoint
    }
    for (int i = start + 2; i < end - 1; i++) {
      if (Character.isUpperCase(original.charAt(i))
          && Character.isLowerCase(original.charAt(i - 1))) {
        return i;
      }
    }
    return -1;
  }

  private static String cut(String word) {
    return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD);
  }
}
