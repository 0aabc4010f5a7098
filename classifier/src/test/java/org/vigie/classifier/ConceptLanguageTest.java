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
import org.vigie.classifier.sign.SignReader;
import org.vigie.classifier.sign.SignReading.Explained;
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
    "ca, en, 0.9, en"
  })
  void tellsTheLanguageOfALongText(
      String detected, String byConcepts, double lettersAWord, String told) {
    assertThat(chosen(detected, "", byConcepts, lettersAWord, 60)).isEqualTo(told);
  }

  @Test
  void believesASiteThatDeclaresWhatConceptsTell() {
    assertThat(chosen("sw", "ha", "ha", 0.2, 60)).isEqualTo("ha");
  }

  @ParameterizedTest
  @CsvSource({
    "60, abcd, 0.25, 10, true",
    "60, abcd, 0.25, 40, false",
    "60, abcd, 0.5, 10, false",
    "20, abcd, 0.25, 10, false",
    "60, 1234, 0.25, 10, false",
    "60, ab, 0.25, 10, false",
    "60, \u1230\u1230\u1230, 0.25, 10, false"
  })
  void tellsThatALongTextOfLettersIsUnknown(
      int words, String word, double lettersAWord, double densest, boolean isUnknown) {
    assertThat(
            ConceptLanguage.isUnknown(
                new Explained("sw", lettersAWord * words, densest, words),
                Words.of(NormalizedText.of((word + " ").repeat(words)))))
        .isEqualTo(isUnknown);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kidney wanted A+ O+ B+ AB+, 25 yrs M, 30 yrs F, India, Nepal, Egypt, 30k 40k USD, dr. Khan.",
        "15 min 50 30 min 80 1 h 120 2 h 200 incall outcall 18 19 20"
      })
  void readsAdvertsOfNumbersAndAbbreviations(String advert) throws IOException {
    AdvertAssessor assessor = AdvertAssessor.load(ModelsFolder.path());
    String twice = advert + " " + advert;
    assertThat(
            assessor.read(
                Advert.builder(Channel.FILE, "padded", Instant.EPOCH).body(twice).build()))
        .matches(ReadAdvert::isRead);
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
    List<String> assessed = SignReader.ofConcepts(ModelsFolder.path()).languages();
    long unread = read.stream().filter(one -> !one.isRead()).count();
    assertThat(unread).as("not assessed of %d", read.size()).isPositive();
    assertThat(read)
        .filteredOn(one -> !one.isRead())
        .allSatisfy(one -> {
          assertThat(one.assessed().assessments()).isEmpty();
          assertThat(one.assessed().language()).isNotIn(assessed);
        });
  }

  @Test
  void tellsHausaThatTheDetectorDoesNotKnow() throws IOException {
    assertThat(news("hau")).extracting(one -> one.assessed().language()).containsOnly("ha");
  }

  private static String chosen(
      String detected, String declared, String byConcepts, double lettersAWord, int words) {
    Explained reading =
        new Explained(byConcepts, lettersAWord * words, lettersAWord * Math.min(30, words), words);
    return ConceptLanguage.choose(
        detected, declared, reading, KNOWN, Words.of(NormalizedText.of("abcd ".repeat(words))));
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
