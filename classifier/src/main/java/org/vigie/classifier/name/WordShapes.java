package org.vigie.classifier.name;

import java.util.BitSet;
import java.util.List;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/** How the words of a text are written, and what stands between them. */
final class WordShapes {
  private final NormalizedText text;
  private final List<Word> words;
  private final BitSet contacts;

  /**
   * @param words the words of {@code text}
   * @param contacts the words that are part of a contact
   */
  WordShapes(NormalizedText text, List<Word> words, BitSet contacts) {
    this.text = text;
    this.words = words;
    this.contacts = contacts;
  }

  /**
   * Returns how a word is written: d has a digit first or is of a contact, l in small letters, U
   * with a capital, A in capitals, I one capital, o in letters that have no case.
   */
  char shape(int i) {
    Word word = words.get(i);
    int start = text.originalStart(word.start());
    int end = text.originalEnd(word.end());
    int first = text.original().codePointAt(start);
    if (!Character.isLetter(first) || contacts.get(i)) {
      return 'd';
    }
    if (Character.isLowerCase(first)) {
      return 'l';
    }
    if (!Character.isUpperCase(first) && !Character.isTitleCase(first)) {
      return 'o';
    }
    if (end - start == 1) {
      return 'I';
    }
    return Character.isUpperCase(text.original().charAt(end - 1)) ? 'A' : 'U';
  }

  /** Returns what stands between a word and the one before it: the sign that parts them most. */
  char between(int i) {
    char parts = ' ';
    for (int at = words.get(i - 1).end(); at < words.get(i).start(); at++) {
      char c = text.folded().charAt(at);
      if (c == '\n') {
        return '\n';
      }
      if (c != ' ' && c != '\t') {
        parts = parts == ' ' || parts == '-' ? sign(c) : parts;
      }
    }
    return parts;
  }

  private static char sign(char c) {
    return switch (c) {
      case '.', ',', ':', '(', ')', '!', '?', '&', '/', '"', '@' -> c;
      case '\u060C' -> ',';
      case '-', '\u2010', '\u2011' -> '-';
      default -> '*';
    };
  }
}
