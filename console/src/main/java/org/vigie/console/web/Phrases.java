package org.vigie.console.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The console's words in one language.
 *
 * <p>A language is three files beside one another: {@code phrases_fr.properties} has the pages' own
 * words, {@code indicators_fr.properties} the names and meanings of the taxonomy's rows, and {@code
 * sentences_fr.txt} what the machine wrote in English into what is stored.
 */
public final class Phrases {
  /** The languages there are, the one for everybody else first. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  private static final String FILES = "org.vigie.console.web.phrases";
  private static final String INDICATORS = "org.vigie.console.web.indicators";

  /** Names of those who published the indicators are the same in every language. */
  private static final ResourceBundle SOURCES = file("org.vigie.console.web.sources", Locale.ROOT);

  private static final Map<Locale, Phrases> KNOWN = new ConcurrentHashMap<>();

  private final Locale language;
  private final ResourceBundle bundle;
  private final ResourceBundle indicators;
  private final Sentences sentences;
  private final Map<String, Phrase> phrases = new ConcurrentHashMap<>();

  /**
   * A phrase, taken apart once: a page says hundreds.
   *
   * @param format what fills its blanks; a format is for one thread, so each takes a copy
   * @param whole the phrase itself if it has no blanks, or empty
   */
  private record Phrase(MessageFormat format, String whole) {
    static Phrase of(String phrase, Locale language) {
      MessageFormat format = new MessageFormat(phrase, language);
      boolean hasBlanks = format.getFormats().length > 0;
      return new Phrase(format, hasBlanks ? "" : format.format(new Object[0]));
    }

    String filled(Object... blanks) {
      return whole.isEmpty() ? ((MessageFormat) format.clone()).format(blanks) : whole;
    }
  }

  private Phrases(Locale language) {
    this.language = language;
    this.bundle = file(FILES, language);
    this.indicators = file(INDICATORS, language);
    this.sentences = Sentences.in(language);
    ResourceBundle english = file(INDICATORS, Locale.ROOT);
    english
        .keySet()
        .forEach(key -> sentences.with(english.getString(key), indicators.getString(key)));
  }

  private static ResourceBundle file(String name, Locale language) {
    return ResourceBundle.getBundle(
        name,
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public static Phrases in(Locale language) {
    return KNOWN.computeIfAbsent(language, Phrases::new);
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
    return phrases
        .computeIfAbsent(key, name -> Phrase.of(bundle.getString(name), language))
        .filled(blanks);
  }

  /**
   * Returns the name of an indicator, or as a record has it if it is no row that we know.
   *
   * @param name as the record has it, or empty
   */
  public String indicator(String id, String name) {
    boolean own =
        indicators.containsKey(id) && (name.isEmpty() || !language.equals(Locale.ENGLISH));
    return own ? indicators.getString(id) : name;
  }

  /** Returns what an indicator means, in one sentence; empty if it is no row that we know. */
  public String meaning(String id) {
    String key = id + ".means";
    return indicators.containsKey(key) ? indicators.getString(key) : "";
  }

  /** Returns who published an indicator; empty if it is no row that we know. */
  public String source(String id) {
    return SOURCES.containsKey(id) ? SOURCES.getString(id) : "";
  }

  /**
   * Returns a sentence that the machine wrote, in this language; as it is if it isn't one of its
   * own, such as a word of an advert.
   */
  public String tell(String english) {
    return sentences.tell(english);
  }

  /** Returns whether this language has words for all of a sentence that the machine wrote. */
  public boolean tells(String english) {
    return language.equals(Locale.ENGLISH) || sentences.find(english).isPresent();
  }

  /** Returns a number as the language writes it. */
  public String number(long number) {
    return String.format(language, "%,d", number);
  }
}
