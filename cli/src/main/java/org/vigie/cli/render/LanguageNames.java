package org.vigie.cli.render;

import java.util.Locale;

/** What languages are called in English. */
public final class LanguageNames {
  private LanguageNames() {}

  /** Returns the name of an ISO 639-1 code, or the code where it has none. */
  public static String of(String code) {
    return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
  }
}
