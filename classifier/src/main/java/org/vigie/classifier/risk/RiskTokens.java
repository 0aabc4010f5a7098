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
   * @param span where it stands in the original
   * @param glued whether it forms a pair with the token before it
   */
  record Token(String text, Span span, boolean glued) {}

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
      Span span = text.originalSpan(word.start(), word.end());
      glued &= word.clause() == clause;
      clause = word.clause();
      while (contact < contacts.size() && contacts.get(contact).span().end() <= span.start()) {
        contact++;
      }
      boolean inContact = contact < contacts.size() && contacts.get(contact).span().overlaps(span);
      if (inContact
          || sections.isHeading(span.start())
          || masked.get(i)
          || MARKUP.contains(word.text())) {
        glued = false;
      } else {
        addWord(tokens, text, word, span, glued);
        glued = true;
      }
    }
    return tokens;
  }

  /** Splits words that lost the space between them, as in {@code teamWhat}. */
  private static void addWord(
      List<Token> tokens, NormalizedText text, Word word, Span span, boolean glued) {
    if (Character.isDigit(text.folded().charAt(word.start()))) {
      tokens.add(new Token("<number>", span, glued));
      return;
    }
    int split = seam(text.original(), span);
    if (split < 0 || word.text().length() != span.length()) {
      tokens.add(new Token(cut(word.text()), span, glued));
      return;
    }
    int at = split - span.start();
    tokens.add(new Token(cut(word.text().substring(0, at)), new Span(span.start(), split), glued));
    tokens.add(new Token(cut(word.text().substring(at)), new Span(split, span.end()), false));
  }

  private static int seam(String original, Span span) {
    if (Character.isUpperCase(original.charAt(span.start()))) {
      return -1; // a name such as PowerPoint
    }
    for (int i = span.start() + 2; i < span.end() - 1; i++) {
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
