package org.vigie.classifier.language;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;

/**
 * OpenNLP's own detector on a whole text, all of its languages allowed: what {@link
 * LanguageIdentifier} is held against. One per thread.
 */
public final class WholeTextDetector {
  private final LanguageDetector detector = new LanguageDetectorME(DetectorFile.model());

  /** Returns the ISO 639-1 code of the likeliest language, or the model's name of it. */
  public String identify(String text) {
    String name = detector.predictLanguage(text).getLang();
    Map<String, String> latin = Candidates.of(UnicodeScript.LATIN);
    return latin.getOrDefault(name, Candidates.of(UnicodeScript.CYRILLIC).getOrDefault(name, name));
  }
}
