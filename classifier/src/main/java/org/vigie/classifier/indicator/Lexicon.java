package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.files.yaml.YamlMap;

/** The phrases of all lexicons of the models folder, each with the indicator it is a sign of. */
record Lexicon(List<Phrase> phrases) {
  /** The folder in the models folder, one file per indicator. */
  static final String FOLDER = "lexicons";

  Lexicon {
    phrases = List.copyOf(phrases);
  }

  /**
   * A phrase of a lexicon.
   *
   * @param indicator id of the indicator
   * @param language ISO 639-1 code
   * @param text the phrase as listed
   * @param negatable whether a word that denies it makes it no sign
   * @param besideAmount whether it is a sign only beside an amount of money
   */
  record Phrase(
      String indicator, String language, String text, boolean negatable, boolean besideAmount) {}

  static Lexicon load(Path models, Set<String> knownIds) throws IOException {
    List<Phrase> phrases = new ArrayList<>();
    try (Stream<Path> files = Files.list(models.resolve(FOLDER))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        read(file, knownIds, phrases);
      }
    }
    return new Lexicon(phrases);
  }

  private static void read(Path file, Set<String> knownIds, List<Phrase> phrases)
      throws IOException {
    YamlMap yaml =
        YamlMap.read(file).allowOnly("indicator", "negatable", "phrases", "beside-amount");
    String indicator = yaml.text("indicator");
    if (!knownIds.contains(indicator)) {
      throw new IllegalArgumentException(
          file + ": indicator must be a row of the taxonomy, but was '" + indicator + "'");
    }
    boolean negatable = yaml.flag("negatable");
    read(yaml.map("phrases"), new Phrase(indicator, "", "", negatable, false), phrases);
    if (yaml.has("beside-amount")) {
      read(yaml.map("beside-amount"), new Phrase(indicator, "", "", negatable, true), phrases);
    }
  }

  private static void read(YamlMap byLanguage, Phrase like, List<Phrase> phrases) {
    for (String language : byLanguage.keys()) {
      if (language.length() != 2) {
        throw new IllegalArgumentException(
            byLanguage.place() + " needs ISO 639-1 codes as keys, but has '" + language + "'");
      }
      for (String text :
          PhraseAutomaton.requireWords(byLanguage.texts(language), byLanguage.place())) {
        phrases.add(
            new Phrase(like.indicator(), language, text, like.negatable(), like.besideAmount()));
      }
    }
  }
}
