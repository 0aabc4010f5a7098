package org.vigie.console.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The console's own words in one language. A language is a file: {@code phrases_fr.properties}. */
public final class Phrases {
  /** The languages there are, the one for everybody else first. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  private static final String FILES = "org.vigie.console.web.phrases";
  private static final String INDICATORS = "org.vigie.console.web.indicators";

  private final Locale language;
  private final ResourceBundle bundle;
  private final ResourceBundle indicators;

  private Phrases(Locale language) {
    this.language = language;
    this.bundle = file(FILES, language);
    this.indicators = file(INDICATORS, language);
  }

  private static ResourceBundle file(String name, Locale language) {
    return ResourceBundle.getBundle(
        name,
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public static Phrases in(Locale language) {
    return new Phrases(language);
  }

  /** Returns the first of the languages that a browser asks for which the console speaks. */
  public static Locale preferred(String acceptLanguage) {
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
      return found == null ? LANGUAGES.getFirst() : found;
    } catch (IllegalArgumentException e) {
      return LANGUAGES.getFirst();
    }
  }

  /** Returns the tag of the language, as HTML writes it. */
  public String tag() {
    return language.toLanguageTag();
  }

  public Locale language() {
    return language;
  }

  /**
   * Returns a phrase with its blanks filled.
   *
   * @throws java.util.MissingResourceException if no file has it
   */
  public String of(String key, Object... blanks) {
    String phrase = bundle.getString(key);
    return new MessageFormat(phrase, language).format(blanks);
  }

  /** Finds the name of an indicator, if the language has one of its own. */
  Optional<String> indicator(String id) {
    return indicators.containsKey(id) ? Optional.of(indicators.getString(id)) : Optional.empty();
  }

  /** Returns a number as the language writes it. */
  public String number(long number) {
    return String.format(language, "%,d", number);
  }
}
