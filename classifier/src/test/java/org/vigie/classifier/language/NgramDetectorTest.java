package org.vigie.classifier.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.classifier.ModelsFolder;

/** OpenNLP's own detector is what ours must agree with, odds and all. */
class NgramDetectorTest {
  /** Sums of the same numbers in another order. */
  private static final double ROUNDING = 1e-9;

  private static final int MAX_CHARS = 200;

  private static LanguageDetectorME theirs;
  private static NgramDetector ours;

  @BeforeAll
  static void load() {
    theirs = new LanguageDetectorME(DetectorFile.model());
    ours = new NgramDetector(NgramWeights.read(Candidates.all()));
  }

  @Test
  void givesTheOddsOfOpenNlpOnEveryLineOfTheSamples() throws IOException {
    Path folder = ModelsFolder.sharedData().resolve("langid");
    assumeTrue(Files.isDirectory(folder), "langid is absent");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          checkSameOdds(LetterSample.of(line, MAX_CHARS));
        }
      }
    }
  }

  @Test
  void givesTheOddsOfOpenNlpWhereItCleansTheTextFirst() {
    for (String text :
        List.of(
            "Hahaha, jajajaja, hihi huhu",
            "aaaaah soooo goood XXXL zzz",
            "RT rt art part rt rt of the expert export exit xo XD Xp oxx xp xd",
            "x x x xxxx xdxp axd",
            "v\u00E9rt rt \u00C9RT r\u0131t RT",
            "\u0130stanbul \u0130\u0130\u0130 \u015Eehir",
            "jaaja Uuojoj ruu juuju joj waahaw ooh",
            "carabi \uFE8D\uFEDF waa r\uFF34 rt\uFF21 \uFB01n",
            "jahajaha Hhhaaahha hAhA jiji haji")) {
      checkSameOdds(LetterSample.of(text, MAX_CHARS));
    }
  }

  @Test
  void givesTheOddsOfOpenNlpOnAnyLetters() {
    long seed = 20_261_125L;
    Random random = new Random(seed);
    String letters = "aaehijortxxdopTRXH  '\u00E9\u00DF\u0130\u0436\u044B\u0301n";
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      checkSameOdds(LetterSample.of(text.toString(), MAX_CHARS));
    }
  }

  /** The likelihoods of two languages differ by as much as OpenNLP says, for every language. */
  private static void checkSameOdds(String sample) {
    if (sample.isBlank()) {
      return;
    }
    Map<String, Double> expected = new HashMap<>();
    for (Language language : theirs.predictLanguages(sample)) {
      expected.put(language.getLang(), Math.log(language.getConfidence()));
    }
    ours.weigh(DetectorText.of(sample));
    double shared = expected.get("eng") - ours.logLikelihood("eng");
    for (String language : Candidates.all()) {
      if (expected.containsKey(language)) {
        assertThat(ours.logLikelihood(language) + shared)
            .as("log-likelihood of %s for a sample of %d characters", language, sample.length())
            .isEqualTo(expected.get(language), within(ROUNDING));
      }
    }
  }
}
