package org.vigie.classifier.language;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
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

  /** Of Ethiopic, each sign of which is a syllable. */
  private static final int MIN_SYLLABLES = 3;

  /**
   * How much less likely than the best a declared language may be and still be believed. The
   * detector's values are tiny on short text, so their ratio is used, never their size.
   */
  private static final double PRIOR_RATIO = 0.2;

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
    return identify(Nfkc.of(text.original()), declared);
  }

  /**
   * Returns the ISO 639-1 code of a text's language, or {@link #UNDETERMINED}.
   *
   * @param declared code that the site declares, or empty
   */
  public String identify(String text, String declared) {
    String letters = LetterSample.of(text, MAX_CHARS);
    ScriptProfile profile = ScriptProfile.of(letters);
    boolean syllables = profile.dominant() == UnicodeScript.ETHIOPIC;
    if (profile.letters() < (syllables ? MIN_SYLLABLES : MIN_LETTERS)) {
      return declared.length() == 2 ? declared : UNDETERMINED;
    }
    String shortcut = ScriptShortcut.language(profile.dominant(), letters);
    return shortcut.isEmpty()
        ? detector.detect(letters, Candidates.of(profile.dominant()), declared, PRIOR_RATIO)
        : shortcut;
  }
}
