package org.vigie.text.finding;

import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Finding;

/** Why an advert was assessed for no form: nothing reads its language, or none can be told. */
public final class NotAssessed {
  /** What stands for a language that can't be told (ISO 639-2). */
  private static final String UNDETERMINED = "und";

  private NotAssessed() {}

  /** Returns why an advert was not assessed; none if it was. */
  public static Finding of(AssessedAdvert advert) {
    if (advert.hasAssessment()) {
      return Finding.NONE;
    }
    return advert.language().equals(UNDETERMINED)
        ? Finding.of("not-assessed-undetermined")
        : Finding.of("not-assessed").with("language", advert.language());
  }

  /** Returns the same of one that was not, in English. */
  public static String english(AssessedAdvert advert) {
    return FindingWords.english().say(of(advert));
  }
}
