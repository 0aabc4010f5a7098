package org.vigie.classifier.language;

import opennlp.tools.util.normalizer.AggregateCharSequenceNormalizer;
import opennlp.tools.util.normalizer.CharSequenceNormalizer;
import opennlp.tools.util.normalizer.EmojiCharSequenceNormalizer;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;

/**
 * A sample of letters as OpenNLP's detector reads it: without what it takes for smileys, laughter,
 * retweets and letters drawn out.
 *
 * <p>Its regular expressions cost as much as all that follows, and in a sample that has no signs
 * left they seldom find anything but "x" before d, o or p. That is done here; the expressions are
 * asked where they may find anything else.
 */
final class DetectorText {
  private static final CharSequenceNormalizer THEIRS =
      new AggregateCharSequenceNormalizer(
          EmojiCharSequenceNormalizer.getInstance(),
          TwitterCharSequenceNormalizer.getInstance(),
          ShrinkCharSequenceNormalizer.getInstance());

  /**
   * OpenNLP's expression for emoji means surrogates from here on, but reads as all characters from
   * here to the last of Unicode, presentation forms and full-width letters among them.
   */
  private static final char FIRST_EMOJI = '\uD83C';

  private DetectorText() {}

  /**
   * Returns the text that n-grams are taken of.
   *
   * @param sample a {@link LetterSample}
   */
  static CharSequence of(String sample) {
    return needsTheirs(sample) ? THEIRS.normalize(sample) : withoutSmileys(sample);
  }

  /** Errs on one side only: it may say so of a text in which nothing will be found. */
  private static boolean needsTheirs(String sample) {
    char beforeVowels = ' ';
    char last = ' ';
    char lastButOne = ' ';
    for (int i = 0; i < sample.length(); i++) {
      char c = compared(sample.charAt(i));
      boolean laughter = (c == 'h' || c == 'j') && isVowel(last) && c == beforeVowels;
      boolean drawnOut = c == last && c == lastButOne;
      boolean retweet = c == ' ' && last == 't' && lastButOne == 'r';
      if (laughter || drawnOut || retweet) {
        return true;
      }
      if (!isVowel(c)) {
        beforeVowels = c;
      }
      lastButOne = last;
      last = c;
    }
    return false;
  }

  private static CharSequence withoutSmileys(String sample) {
    StringBuilder text = new StringBuilder(sample.length());
    int i = 0;
    while (i < sample.length()) {
      char c = compared(sample.charAt(i));
      boolean smiley = c == 'x' && i + 1 < sample.length() && isMouth(sample.charAt(i + 1));
      if (!smiley && c != ' ') {
        text.append(sample.charAt(i));
      } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
      i += smiley ? 2 : 1;
    }
    if (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    return text;
  }

  private static boolean isMouth(char c) {
    char lower = compared(c);
    return lower == 'd' || lower == 'o' || lower == 'p';
  }

  private static boolean isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
  }

  /** The expressions know no case of ASCII letters. */
  private static char compared(char c) {
    if (c >= FIRST_EMOJI) {
      return ' ';
    }
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
