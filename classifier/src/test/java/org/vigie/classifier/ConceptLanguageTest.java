package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.classifier.sign.Explained;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

class ConceptLanguageTest {
  private static final List<String> KNOWN = List.of("en", "ha", "hi", "om", "so", "sw", "ti");

  @ParameterizedTest
  @CsvSource({
    "sw, ha, 1.3, ha",
    "sw, ha, 0.45, sw",
    "sw, so, 1.3, sw",
    "sw, sw, 1.3, sw",
    "sw, sw, 0.25, und",
    "so, ha, 0.3, und",
    "yo, ha, 0.3, yo",
    "ca, en, 0.9, en",
    "mr, hi, 0.3, mr"
  })
  void tellsTheLanguageOfALongText(
      String detected, String byConcepts, double lettersAWord, String told) {
    String letter = detected.equals("mr") ? "\u0915" : "a";
    assertThat(chosen(detected, "", byConcepts, lettersAWord, 60, letter)).isEqualTo(told);
  }

  @Test
  void believesASiteThatDeclaresWhatConceptsTell() {
    assertThat(chosen("sw", "ha", "ha", 0.2, 60, "a")).isEqualTo("ha");
  }

  @Test
  void takesNoShortTextForOneOfAnUnknownLanguage() {
    assertThat(chosen("sw", "", "sw", 0.2, 20, "a")).isEqualTo("sw");
  }

  @Test
  void findsAnAdvertThatHidesBehindWordsOfNoLanguage() throws IOException {
    AdvertAssessor assessor = AdvertAssessor.load(ModelsFolder.path());
    String advert =
        "Cleaners wanted for a hotel in the north. Bring your passport, the boss keeps it until your"
            + " debt for the journey is paid. You sleep in our house and may not go out alone. ";
    String padding = "Bovari ledumo kitanse polumi vadoreni sukalo mirtane belogu. ".repeat(25);
    for (String text : List.of(advert + padding, padding + advert)) {
      ReadAdvert read =
          assessor.read(Advert.builder(Channel.FILE, "padded", Instant.EPOCH).body(text).build());
      assertThat(read.isRead()).as(text).isTrue();
      assertThat(read.signs().said()).as(text).isNotEmpty();
    }
  }

  @Test
  void takesNoScriptOfSyllablesForOneThatNothingExplains() {
    assertThat(chosen("ti", "", "ti", 0.2, 60, "\u1230")).isEqualTo("ti");
  }

  @Test
  void knowsWhichLanguagesCanBeTold() {
    assertThat(List.of("en", "sw", "so", "ti", "el", "ur")).allMatch(LanguageIdentifier::tells);
    assertThat(List.of("ha", "om", "ku")).noneMatch(LanguageIdentifier::tells);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ibo", "lug", "mos", "sna", "twi", "wol", "zul"})
  void saysNothingOfNewsInALanguageWithoutConcepts(String language) throws IOException {
    List<ReadAdvert> read = news(language);
    assertThat(read.stream().filter(ReadAdvert::isRead).toList())
        .hasSizeLessThanOrEqualTo(read.size() / 6);
    assertThat(read)
        .filteredOn(one -> !one.isRead())
        .allSatisfy(one -> {
          assertThat(one.assessed().assessments()).isEmpty();
          assertThat(one.signs().signs()).isEmpty();
        });
  }

  @Test
  void tellsHausaThatTheDetectorDoesNotKnow() throws IOException {
    assertThat(news("hau")).extracting(one -> one.assessed().language()).containsOnly("ha");
  }

  private static String chosen(
      String detected,
      String declared,
      String byConcepts,
      double lettersAWord,
      int words,
      String letter) {
    Explained reading =
        new Explained(byConcepts, lettersAWord * words, lettersAWord * Math.min(30, words), words);
    return ConceptLanguage.choose(
        detected,
        declared,
        reading,
        KNOWN,
        Words.of(NormalizedText.of((letter.repeat(4) + " ").repeat(words))));
  }

  /** Returns what is read in news, eight sentences an advert, forty of them. */
  private static List<ReadAdvert> news(String language) throws IOException {
    Path file =
        ModelsFolder.sharedData()
            .resolve("lexical/text/masakhaner-sentences/" + language + ".txt.gz");
    assumeTrue(Files.exists(file), "needs " + file);
    AdvertAssessor assessor = AdvertAssessor.load(ModelsFolder.path());
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().limit(320).toList();
      return IntStream.range(0, lines.size() / 8)
          .mapToObj(i -> String.join("\n", lines.subList(8 * i, 8 * i + 8)))
          .map(text -> Advert.builder(Channel.FILE, "news", Instant.EPOCH).body(text).build())
          .map(assessor::read)
          .toList();
    }
  }
}
