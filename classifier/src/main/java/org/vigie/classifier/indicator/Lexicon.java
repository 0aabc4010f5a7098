package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;
import org.vigie.classifier.image.ModelImage;
import org.vigie.files.yaml.YamlMap;

/** The phrases of all lexicons of the models folder, each with the indicator it is a sign of. */
record Lexicon(List<Phrase> phrases) {
  /** The folder in the models folder, one file per indicator. */
  static final String FOLDER = "lexicons";

  /** Numbers an image has of each phrase: its indicator, its language, its flags. */
  private static final int COLUMNS = 3;

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
    return load(models, knownIds, ModelImage.none());
  }

  /** Reads the same, by way of an image. */
  static Lexicon load(Path models, Set<String> knownIds, ModelImage image) throws IOException {
    return new Lexicon(
        image.part(FOLDER, Lexicon::write, Lexicon::read, () -> read(models, knownIds)));
  }

  /** Reads what {@link #write} wrote. */
  static List<Phrase> read(ImageIn in) {
    List<String> indicators = in.texts();
    List<String> languages = in.texts();
    List<String> texts = in.texts();
    int[] kinds = in.ints();
    List<Phrase> phrases = new ArrayList<>(texts.size());
    for (int i = 0; i < kinds.length; i += COLUMNS) {
      phrases.add(
          new Phrase(
              indicators.get(kinds[i]),
              languages.get(kinds[i + 1]),
              texts.get(i / COLUMNS),
              (kinds[i + 2] & 1) != 0,
              (kinds[i + 2] & 2) != 0));
    }
    return phrases;
  }

  static void write(List<Phrase> phrases, ImageOut out) {
    List<String> indicators = phrases.stream().map(Phrase::indicator).distinct().toList();
    List<String> languages = phrases.stream().map(Phrase::language).distinct().toList();
    out.texts(indicators);
    out.texts(languages);
    out.texts(phrases.stream().map(Phrase::text).toList());
    out.ints(
        phrases.stream()
            .flatMapToInt(phrase ->
                IntStream.of(
                    indicators.indexOf(phrase.indicator()),
                    languages.indexOf(phrase.language()),
                    (phrase.negatable() ? 1 : 0) + (phrase.besideAmount() ? 2 : 0)))
            .toArray());
  }

  private static List<Phrase> read(Path models, Set<String> knownIds) throws IOException {
    List<Phrase> phrases = new ArrayList<>();
    try (Stream<Path> files = Files.list(models.resolve(FOLDER))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        read(file, knownIds, phrases);
      }
    }
    return phrases;
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
