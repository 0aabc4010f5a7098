package org.vigie.exchange.evidence;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.vigie.files.failure.UserError;

/** The sentences of a report in one language. */
public final class ReportWords {
  /** The languages that there are reports in. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  private final Properties words = new Properties();

  ReportWords(Locale language) {
    String file = "report." + language.getLanguage() + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(ReportWords.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException("the program must be readable: " + file, e);
    }
  }

  /**
   * Returns the language that a code names.
   *
   * @throws UserError if there are no reports in it
   */
  public static Locale language(String code) {
    return LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(code))
        .findFirst()
        .orElseThrow(() -> UserError.ofUsage("--language must be en or fr, but was another one"));
  }

  /** Returns a sentence with its gaps filled; all keys are in all languages. */
  String say(String key, Object... values) {
    String sentence = words.getProperty(key);
    if (sentence == null) {
      throw new IllegalStateException("a report needs words for " + key + ", but has none");
    }
    return String.format(Locale.ROOT, sentence, values);
  }

  /** Returns the keys that there are words for. */
  Set<String> keys() {
    return words.stringPropertyNames();
  }
}
