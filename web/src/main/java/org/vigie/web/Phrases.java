package org.vigie.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.text.finding.FindingWords;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;

/** The console's words in one of its {@link Languages}. */
public final class Phrases {
  /** Names of those who published the indicators are the same in every language. */
  private static final ResourceBundle SOURCES =
      ResourceBundle.getBundle("org.vigie.web.sources", Locale.ROOT);

  private final Locale language;
  private final List<Locale> all;
  private final Properties words;
  private final Properties indicators;
  private final FindingWords findings;
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

  /**
   * @param all the languages of the console, this among them
   * @param words the pages' own words, with English ones for what is missing
   * @param indicators names and meanings of the taxonomy's rows, in the same way
   * @param findings how findings are said
   */
  Phrases(
      Locale language,
      List<Locale> all,
      Properties words,
      Properties indicators,
      FindingWords findings) {
    this.language = language;
    this.all = List.copyOf(all);
    this.words = words;
    this.indicators = indicators;
    this.findings = findings;
    for (String key : words.stringPropertyNames()) {
      phrase(key);
    }
  }

  /** Returns the words of a language that comes with the console. */
  public static Phrases in(Locale language) {
    return Languages.builtIn().phrases(language);
  }

  /** Returns the first of the languages that a browser asks for which the console speaks. */
  public Locale preferred(String acceptLanguage) {
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), all);
      return found == null ? Locale.ENGLISH : found;
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }

  /** Returns the console's other languages. */
  public List<Locale> others() {
    return all.stream().filter(one -> !one.equals(language)).toList();
  }

  /** Returns what a language calls itself, with a capital. */
  public static String nameOf(Locale language) {
    String name = language.getDisplayLanguage(language);
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first).toUpperCase(language) + name.substring(first);
  }

  /** Returns whether the language is written from right to left. */
  public boolean isRightToLeft() {
    byte direction = Character.getDirectionality(nameOf(language).codePointAt(0));
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
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
    return phrase(key).filled(blanks);
  }

  private Phrase phrase(String key) {
    return phrases.computeIfAbsent(key, this::read);
  }

  private Phrase read(String key) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new MissingResourceException("no phrase " + key, Phrases.class.getName(), key);
    }
    try {
      return Phrase.of(text, language);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the phrase %s in phrases_%s.properties must be a message format, but: %s"
              .formatted(key, language.getLanguage(), e.getMessage()),
          e);
    }
  }

  /**
   * Returns the name of an indicator, or as a record has it if it is no row that we know.
   *
   * @param name as the record has it, or empty
   */
  public String indicator(String id, String name) {
    boolean own =
        indicators.getProperty(id) != null && (name.isEmpty() || !language.equals(Locale.ENGLISH));
    return own ? indicators.getProperty(id) : name;
  }

  /** Returns what an indicator means, in one sentence; empty if it is no row that we know. */
  public String meaning(String id) {
    String key = id + ".means";
    return indicators.getProperty(key, "");
  }

  /** Returns who published an indicator; empty if it is no row that we know. */
  public String source(String id) {
    return SOURCES.containsKey(id) ? SOURCES.getString(id) : "";
  }

  /** Returns stored words in this language, on one line and without addresses to open. */
  public String tell(Worded words) {
    return SafeText.line(Defanged.text(findings.say(words.line(), words.text())));
  }

  /** Returns words that no advert says, on one line and with addresses as they are. */
  public String explain(Worded words) {
    return SafeText.line(findings.say(words.line(), words.text()));
  }

  /** Returns whether stored words are said from their code, and not as they are. */
  public boolean tells(Worded words) {
    return findings.knows(words.line());
  }

  /** Returns how the value of an argument of findings is said, such as a channel. */
  public String value(String argument, String value) {
    return findings.value(argument, value);
  }

  /** Returns a number as the language writes it. */
  public String number(long number) {
    return String.format(language, "%,d", number);
  }
}
