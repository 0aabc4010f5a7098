package org.vigie.classifier.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Assessment;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;

/** The recruitment model by hashes says what it says by names, to the last bit. */
class FeaturesByHashTest {
  private static final Path MODELS = ModelsFolder.path();
  private static final String NAME = "risk-recruitment-1";
  private static final List<String> FILES =
      List.of("emscad_dev.jsonl.gz", "classifieds_ie_dev.jsonl.gz");

  private static final String HEADED =
      "Company Profile: %s ; Job Description: %s; Requirements: %s ; Benefits: %s";

  /** What texts of chance are made of, beside words of the model. */
  private static final List<String> HOSTILE =
      List.of(
          " ",
          " ",
          " ",
          "\n",
          ". ",
          ", ",
          "!!!",
          "$5,000 ",
          "\u20AC20/h ",
          "teamWhat ",
          "PowerPoint",
          "e\u0301",
          "\u0301\u0301\u0301",
          "\uD83D\uDE00",
          "\uD83D",
          "\uDE00",
          "\uD835\uDC00",
          "\uFF4A\uFF4F\uFF42",
          "\u0430\u0440\u0440ly",
          "don\u2019t ",
          "\u00DF",
          "\u0130",
          "&amp; ",
          "___",
          "<number>",
          "12",
          "3rd ",
          "\u0000",
          "\uFFFD",
          "\u202Ejob\u202C",
          "\u200B",
          "Thai ",
          "South African ",
          "jobs@example.org ",
          "+1 555 0100 ",
          "https://example.org/a ",
          "I ",
          "\u0E07\u0E32\u0E19",
          "\u5DE5\u4F5C",
          "\u0928\u094C\u0915\u0930\u0940 ",
          "*",
          "-",
          "Requirements:",
          "; Benefits:",
          "pneumonoultramicroscopicsilicovolcanoconiosis ");

  private static TextReader reader;
  private static RiskModel model;
  private static NamedRiskModel named;
  private static AdvertReader features;
  private static List<String> words;

  private final Map<Head, Integer> heads = new EnumMap<>(Head.class);

  @BeforeAll
  static void load() throws IOException {
    Taxonomy taxonomy = Taxonomy.load(MODELS);
    reader = new TextReader(MODELS, taxonomy);
    model = RiskModel.load(MODELS, NAME, taxonomy.version());
    named = NamedRiskModel.load(MODELS, NAME);
    features = new AdvertReader(MODELS, taxonomy);
    words =
        ModelFile.read(MODELS.resolve(NAME)).english().features().stream()
            .filter(name -> name.startsWith("word:") || name.startsWith("run:"))
            .map(name -> name.substring(name.indexOf(':') + 1))
            .sorted()
            .toList();
  }

  @Test
  void saysTheSameOfTextsOfChance() {
    Random random = new Random(20_261_129L);
    for (int i = 0; i < 250; i++) {
      compare(text(random, random.nextInt(120)), "en");
      String headed =
          HEADED.formatted(
              text(random, random.nextInt(40)),
              text(random, random.nextInt(200)),
              text(random, random.nextInt(60)),
              text(random, random.nextInt(20)));
      compare(headed, i % 10 == 0 ? "fr" : "en");
    }

    assertThat(heads.get(Head.SECTIONED)).isGreaterThan(70);
    assertThat(heads.get(Head.PLAIN)).isGreaterThan(100);
    assertThat(heads.get(Head.WORDLESS)).isGreaterThan(20);
  }

  @Test
  void saysTheSameOfTextsWithoutWordsAndOfOneWord() {
    for (String text : List.of("", " ", "\n", "job", "\uD83D", "jobs work ".repeat(6), "a")) {
      compare(text, "en");
      compare(HEADED.formatted(text, text, text, text), "en");
      compare(HEADED.formatted("", text, "", ""), "en");
    }
  }

  @Test
  void saysTheSameOfLongRepeatsAndOfAMegabyte() {
    Random random = new Random(7);
    StringBuilder varied = new StringBuilder();
    while (varied.length() < 1_000_000) {
      varied.append(text(random, 200)).append('\n');
    }
    for (String text :
        List.of(
            varied.toString(),
            "earn money from home now ".repeat(40_000),
            "a".repeat(1_000_000),
            "ab".repeat(20) + " job",
            "aBc".repeat(300_000),
            "e\u0301".repeat(100_000) + " work")) {
      compare(text, "en");
      compare(HEADED.formatted("We hire staff.", text, "x", text), "en");
    }
    compare("short job after a long one", "en");
  }

  @Test
  void saysTheSameOfRealAdverts() throws IOException {
    for (String name : FILES) {
      Path file = ModelsFolder.sharedData().resolve("job-ads").resolve(name);
      assumeTrue(Files.exists(file), () -> "skipped: " + file + " is absent");
      List<String> texts = texts(file);
      for (int i = 0; i < texts.size(); i += 20) {
        compare(texts.get(i), "en");
      }
    }
    assertThat(heads.get(Head.SECTIONED)).isGreaterThan(70);
    assertThat(heads.get(Head.PLAIN)).isGreaterThan(120);
  }

  @Test
  void knowsEachNameOfAModelByAHashOfItsOwn() throws IOException {
    ModelFile file = ModelFile.read(MODELS.resolve(NAME));
    for (WeightTable table : List.of(file.sectioned(), file.english(), file.wordless())) {
      HashedWeights hashed = HashedWeights.of(table);
      table.sorted().forEach((name, weight) -> assertThat(hashed.weight(name)).isEqualTo(weight));
    }
  }

  @Test
  void refusesATableWithTwoFeaturesOfOneHash() {
    SortedMap<String, Float> twice = new TreeMap<>();
    twice.put("letters:abc", 1f);
    twice.put("letters:\u0000abc", 1f);
    twice.put("word:a", 1f);
    // A name with U+0000 is none of a text's, so it is kept by name and collides with nothing.
    assertThat(HashedWeights.of(new WeightTable(twice)).weight("letters:\u0000abc")).isEqualTo(1f);

    HashedWeights one = HashedWeights.of(new WeightTable(twice));
    assertThatThrownBy(() -> one.put("word:a", 2f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("word:a");
  }

  /** Compares reading by hash with reading by name. */
  private void compare(String body, String language) {
    if (body.isBlank()) {
      return; // no advert is
    }
    TextReader.Read read = reader.read(body, language);
    NamedRiskModel.Weighed expected =
        named.weigh(
            read.advert(), language, read.text(), read.words(), read.contacts(), read.indicators());
    Assessment found =
        model.assess(
            read.advert(),
            language,
            read.text(),
            read.words(),
            read.contacts(),
            read.indicators(),
            Map.of());
    heads.merge(expected.head(), 1, Integer::sum);

    assertThat(found.rawScore()).isEqualTo(expected.raw());
    assertThat(found.reasons()).isEqualTo(expected.reasons());
    if (language.equals("en")) {
      compareFeatures(read);
    }
  }

  /** Compares the features that training is given, each with its name, in their order. */
  private static void compareFeatures(TextReader.Read read) {
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    named
        .features(read.advert(), read.text(), read.words(), read.contacts(), read.indicators())
        .forEach(feature -> expected.add(feature.name() + " " + feature.value()));
    features.features(read).forEach(feature -> found.add(feature.name() + " " + feature.value()));

    assertThat(found).isEqualTo(expected);
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "" : "job ");
    for (int i = 0; i < length; i++) {
      if (random.nextInt(6) == 0) {
        text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
      } else {
        text.append(words.get(random.nextInt(words.size()))).append(' ');
      }
    }
    return text.toString();
  }

  private static List<String> texts(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        texts.add(json.readTree(line).get("text").asText());
      }
    }
    return texts;
  }
}
