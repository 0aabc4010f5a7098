package org.vigie.classifier.language;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.image.ModelImage;
import org.vigie.text.Nfkc;
import org.vigie.text.NormalizedText;

/**
 * Tells which language a text is in: by letters that only one language writes, else by OpenNLP's
 * detector on the beginning of the text. One per thread.
 */
public final class LanguageIdentifier {
  /** What is returned where the language can't be told (ISO 639-2). */
  public static final String UNDETERMINED = "und";

  /**
   * Characters looked at. Of three in a hundred Polish adverts whose first 150 are English or
   * names, the whole is Polish; with 300, one in three hundred is told otherwise than by the whole.
   */
  private static final int MAX_CHARS = 300;

  /** Fewer letters than in a word or two say nothing. */
  private static final int MIN_LETTERS = 6;

  /** Of Ethiopic, each sign of which is a syllable and which more than one language writes. */
  private static final int MIN_SYLLABLES = 3;

  /** Of a script that one language alone writes. */
  private static final int MIN_OF_OWN_SCRIPT = 2;

  /**
   * How much less likely than the best a declared language may be and still be believed. The
   * detector's values are tiny on short text, so their ratio is used, never their size.
   */
  private static final double PRIOR_RATIO = 0.2;

  /** Characters up to which the letters of a text often look like several languages. */
  private static final int SHORT = 80;

  /**
   * How far ahead the likeliest must be, as a logarithm. Of 126 adverts of a line, the right
   * language is the likeliest of 97, and among those nearer than this of 124.
   */
  private static final double LEAST_LEAD = 0.12;

  /** What was read of the model, which is the same for all threads. */
  private static @Nullable NgramWeights known;

  private final NgramDetector detector = new NgramDetector(weights());

  /** Reads the model by way of an image, for all that are made afterwards. */
  public static synchronized void load(ModelImage image) throws IOException {
    known =
        image.part(
            "languages", NgramWeights::write, NgramWeights::read, LanguageIdentifier::weights);
  }

  private static synchronized NgramWeights weights() {
    NgramWeights weights = known;
    if (weights == null) {
      weights = NgramWeights.read(Candidates.all());
      known = weights;
    }
    return weights;
  }

  /**
   * Returns the language of a text in its plain letters (NFKC): full-width and other styled letters
   * are of no language. Look-alikes of another script stay, since they may be real.
   *
   * @param declared code that the site declares, or empty
   */
  public String identify(NormalizedText text, String declared) {
    String original = text.original();
    int end = beginning(original);
    String letters = LetterSample.of(Nfkc.of(original.substring(0, end)), MAX_CHARS);
    return letters.length() < MAX_CHARS && end < original.length()
        ? identify(Nfkc.of(original), declared)
        : ofSample(letters, declared);
  }

  /** Returns whether a language can be told, by a script of its own or by the detector. */
  public static boolean tells(String language) {
    return ScriptShortcut.tells(language) || Candidates.tells(language, weights().languages());
  }

  /** Returns where a beginning ends that is the same by itself: no ASCII joins what is before. */
  private static int beginning(String text) {
    int end = Math.min(text.length(), 2 * MAX_CHARS);
    while (end < text.length() && text.charAt(end) >= 0x80) {
      end++;
    }
    return end;
  }

  /**
   * Returns the ISO 639-1 code of a text's language, or {@link #UNDETERMINED}.
   *
   * @param declared code that the site declares, or empty
   */
  public String identify(String text, String declared) {
    return ofSample(LetterSample.of(text, MAX_CHARS), declared);
  }

  /**
   * Returns the languages that a short text may be in, the likeliest first, or nothing of a text
   * whose language its letters tell.
   */
  public List<LanguageGuess> guesses(NormalizedText text) {
    String original = text.original();
    if (original.length() > SHORT) {
      return List.of();
    }
    String letters = LetterSample.of(Nfkc.of(original), MAX_CHARS);
    UnicodeScript script = ScriptProfile.of(letters).dominant();
    return ScriptShortcut.language(script, letters).isEmpty()
        ? detector.guesses(letters, Candidates.of(script), LEAST_LEAD)
        : List.of();
  }

  private String ofSample(String letters, String declared) {
    ScriptProfile profile = ScriptProfile.of(letters);
    if (profile.letters() < leastLetters(profile.dominant())) {
      return declared.length() == 2 ? declared : UNDETERMINED;
    }
    String shortcut = ScriptShortcut.language(profile.dominant(), letters);
    return shortcut.isEmpty()
        ? detector.detect(letters, Candidates.of(profile.dominant()), declared, PRIOR_RATIO)
        : shortcut;
  }

  private static int leastLetters(UnicodeScript script) {
    return switch (script) {
      case LATIN, CYRILLIC, ARABIC, DEVANAGARI, BENGALI, COMMON -> MIN_LETTERS;
      case ETHIOPIC -> MIN_SYLLABLES;
      default -> MIN_OF_OWN_SCRIPT;
    };
  }
}
