package org.vigie.classifier.sentence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * A phrase of a lexicon where it stands in a text.
 *
 * @param text the text
 * @param words the words of {@code text}
 * @param masked indices of words for protected attributes, by which nothing is told
 * @param first index of the phrase's first word
 * @param last index of its last word
 */
public record Mention(NormalizedText text, List<Word> words, BitSet masked, int first, int last) {
  /** Words looked at to either side, in the phrase's own sentence and the ones beside it. */
  private static final int REACH = 30;

  /** What stands so near bears on the phrase itself. */
  private static final int NEAR = 5;

  private static final int SENTENCES = 1;

  /** Letters that words of one stem mostly share, however they end. */
  private static final int STEM = 5;

  /**
   * Returns what tells of the stance: the words around the phrase, by where they stand. The phrase
   * itself is left out, so that what is learnt beside one holds beside all.
   */
  public String[] features() {
    List<String> features = new ArrayList<>();
    addSide(features, -1);
    addSide(features, 1);
    String folded = text.folded();
    int start = words.get(first).start();
    if (start > 0 && isQuotationMark(folded.charAt(start - 1))) {
      features.add("quoted");
    }
    return features.toArray(String[]::new);
  }

  private void addSide(List<String> features, int step) {
    String side = step < 0 ? "before" : "after";
    int crossed = 0;
    String inner = "#";
    int at = step < 0 ? first : last;
    for (int away = 1; away <= REACH; away++) {
      int next = at + step;
      if (next < 0 || next >= words.size()) {
        break;
      }
      char end = sentenceEnd(Math.min(at, next));
      if (end != 0) {
        if (step > 0 && crossed == 0 && isQuestion(end)) {
          features.add("asked");
        }
        crossed++;
        inner = "#";
        if (crossed > SENTENCES) {
          return;
        }
      }
      at = next;
      if (masked.get(at)) {
        inner = "#";
        continue;
      }
      String word = words.get(at).text();
      if (crossed > 0) {
        features.add(side + " sentence=" + word);
        continue;
      }
      features.add("word=" + word);
      features.add("stem=" + word.substring(0, Math.min(STEM, word.length())));
      features.add(step < 0 ? "pair=" + word + ' ' + inner : "pair=" + inner + ' ' + word);
      if (away <= NEAR) {
        features.add(side + '=' + word);
      }
      inner = word;
    }
    if (step > 0 && at == words.size() - 1 && crossed == 0 && isQuestion(sentenceEnd(at))) {
      features.add("asked");
    }
  }

  /** Returns what ends a sentence between a word and the next; 0 if nothing does. */
  private char sentenceEnd(int word) {
    String folded = text.folded();
    int end = word + 1 < words.size() ? words.get(word + 1).start() : folded.length();
    for (int i = words.get(word).end(); i < end; i++) {
      char c = folded.charAt(i);
      if (c == '.' || c == '!' || c == '\n' || c == '\u2026' || isQuestion(c)) {
        return c;
      }
    }
    return 0;
  }

  private static boolean isQuestion(char c) {
    return c == '?' || c == '\u061F';
  }

  private static boolean isQuotationMark(char c) {
    return c == '"' || c == '\u201C' || c == '\u201E' || c == '\u00AB';
  }
}
