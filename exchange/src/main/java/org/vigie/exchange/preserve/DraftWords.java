package org.vigie.exchange.preserve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;
import org.vigie.files.yaml.YamlFile;

/**
 * The sentences that every draft has, in several languages.
 *
 * @param texts key → sentence
 */
record DraftWords(Map<String, InLanguages> texts) {
  /** The file that an operator adds languages by, and what our own is called. */
  static final String FILE = "words.yaml";

  /** An annex in a provision, with its number: languages differ in which of the two comes first. */
  private static final Pattern ANNEX = Pattern.compile("\\{annex} (\\w+)");

  private static final String ANNEX_KEY = "annex";

  private static final List<String> KEYS =
      List.of("draft", "checked", "missing", "optional", "clock", ANNEX_KEY);

  DraftWords {
    texts = new TreeMap<>(texts);
  }

  /**
   * Reads ours, and those of an operator's folder, which go before.
   *
   * @throws UserError if that file can't be used
   */
  static DraftWords read(Path folder) throws IOException {
    Section ours = YamlFile.parse(PreservationForms.ours(FILE), FILE);
    Path file = folder.resolve(FILE);
    String shown = PreservationForms.FOLDER + "/" + FILE;
    Section theirs = Files.exists(file) ? YamlFile.read(file, shown) : YamlFile.parse("", shown);
    Map<String, InLanguages> texts = new TreeMap<>();
    for (String key : KEYS) {
      texts.put(key, InLanguages.read(ours, key).and(theirs.section(key)));
    }
    ours.done();
    theirs.done();
    DraftWords words = new DraftWords(texts);
    words.requireNumbers(shown);
    return words;
  }

  /** Without its number, a draft would cite any annex. */
  private void requireNumbers(String shown) {
    for (Map.Entry<String, String> annex : text(ANNEX_KEY).byLanguage().entrySet()) {
      if (!annex.getValue().contains("{0}")) {
        throw UserError.ofInput(
            "%s.%s of %s must hold {0}, where its number stands, but doesn't"
                .formatted(ANNEX_KEY, annex.getKey(), shown));
      }
    }
  }

  /**
   * Says a sentence with its gaps filled.
   *
   * @throws UserError if it isn't there in the language
   */
  String say(String key, String language, Object... values) {
    return new MessageFormat(in(key, language), Locale.ROOT).format(values);
  }

  /** Returns a provision, its annex called as the language calls it. */
  String provision(String article, String language) {
    return ANNEX
        .matcher(article)
        .replaceAll(annex -> Matcher.quoteReplacement(say(ANNEX_KEY, language, annex.group(1))));
  }

  private String in(String key, String language) {
    return text(key).in(language, FILE);
  }

  private InLanguages text(String key) {
    InLanguages text = texts.get(key);
    if (text == null) {
      throw new IllegalStateException("every draft must have words for " + key);
    }
    return text;
  }
}
