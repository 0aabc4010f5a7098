package org.vigie.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Adverts;
import org.vigie.search.TestIndex;

/** Sentences of many languages, which lie outside the repository. */
class PublicSentencesTest {
  private static final int PER_LANGUAGE = 40;

  @TempDir Path folder;

  @Test
  void findsEverySentenceByItsFirstLettersAsAPhrase() throws IOException {
    Optional<Path> data = sentences();
    assumeTrue(data.isPresent(), "shared data absent");
    Map<String, List<AssessedAdvert>> byLanguage = read(data.orElseThrow());
    List<AssessedAdvert> all = byLanguage.values().stream().flatMap(List::stream).toList();
    Map<String, Integer> missed = new TreeMap<>();
    try (AdvertIndex index = TestIndex.of(folder, all, shard -> {})) {
      for (Map.Entry<String, List<AssessedAdvert>> language : byLanguage.entrySet()) {
        for (AssessedAdvert sentence : language.getValue()) {
          String query = "\"" + beginning(sentence.advert().body()) + "\"";
          if (!TestIndex.ids(index, query).contains(TestIndex.id(sentence))) {
            missed.merge(language.getKey(), 1, Integer::sum);
          }
        }
      }
    }
    assertThat(byLanguage).hasSizeGreaterThan(30);
    assertThat(missed).isEmpty();
  }

  /** The first half, cut between words where there are spaces. */
  private static String beginning(String sentence) {
    int half = sentence.offsetByCodePoints(0, sentence.codePointCount(0, sentence.length()) / 2);
    int space = sentence.indexOf(' ', half);
    return sentence.substring(0, space < 0 ? half : space).replace('"', ' ');
  }

  private static Map<String, List<AssessedAdvert>> read(Path data) throws IOException {
    Map<String, List<AssessedAdvert>> byLanguage = new LinkedHashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(data, "*.txt")) {
      for (Path file : files) {
        List<AssessedAdvert> sentences = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
          if (!TextAnalysis.words(line).isEmpty() && sentences.size() < PER_LANGUAGE) {
            sentences.add(Adverts.saying(line));
          }
        }
        byLanguage.put(file.getFileName().toString(), sentences);
      }
    }
    return byLanguage;
  }

  private static Optional<Path> sentences() {
    String set = System.getenv("VIGIE_SHARED");
    Path shared =
        set == null ? Path.of(System.getProperty("vigie.root", "."), "..", "shared") : Path.of(set);
    Path data = shared.resolve("data").resolve("langid");
    return Files.isDirectory(data) ? Optional.of(data) : Optional.empty();
  }
}
