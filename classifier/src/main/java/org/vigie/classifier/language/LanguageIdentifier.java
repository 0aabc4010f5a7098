package org.vigie.classifier.language;

import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells which language a text is in: by letters that only one language writes, else by OpenNLP's
 * detector on the beginning of the text. One per thread.
 */
public final class LanguageIdentifier {
  /** What is returned where the language can't be told (ISO 639-2). */
  public static final String UNDETERMINED = "und";

  /** The model as its artifact ships it. */
  private static final String MODEL = "/langdetect-183.bin";

  /**
   * Characters looked at. The detector costs 148 µs on 200 characters and 511 on a whole advert of
   * 650, and gains little after that.
   */
  private static final int MAX_CHARS = 200;

  /** Fewer letters than in a word or two say nothing. */
  private static final int MIN_LETTERS = 6;

  /** Of Ethiopic, each sign of which is a syllable. */
  private static final int MIN_SYLLABLES = 3;

  /**
   * How much less likely than the best a declared language may be and still be believed. The
   * detector's values are tiny on short text, so their ratio is used, never their size.
   */
  private static final double PRIOR_RATIO = 0.2;

  private static final LanguageDetectorModel SHARED_MODEL = readModel();

  private final LanguageDetector detector = new LanguageDetectorME(SHARED_MODEL);

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
    return shortcut.isEmpty() ? detect(letters, profile.dominant(), declared) : shortcut;
  }

  private String detect(String letters, UnicodeScript script, String declared) {
    Map<String, String> candidates = Candidates.of(script);
    String best = UNDETERMINED;
    double highest = 0;
    double declaredConfidence = 0;
    for (Language language : detector.predictLanguages(letters)) {
      String code = candidates.getOrDefault(language.getLang(), "");
      if (!code.isEmpty() && language.getConfidence() > highest) {
        best = code;
        highest = language.getConfidence();
      }
      if (!code.isEmpty() && code.equals(declared)) {
        declaredConfidence = Math.max(declaredConfidence, language.getConfidence());
      }
    }
    return declaredConfidence > 0 && declaredConfidence >= PRIOR_RATIO * highest ? declared : best;
  }

  private static LanguageDetectorModel readModel() {
    try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException(
            "the language model "
                + MODEL
                + " must be on the class path (opennlp-models-langdetect)");
      }
      return new LanguageDetectorModel(in);
    } catch (IOException e) {
      throw new IllegalStateException("the language model " + MODEL + " can't be read", e);
    }
  }
}
