package org.vigie.pipeline.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.search.AdvertIndex;

/** What is found in real adverts, which lie outside the repository. */
class PublicStyleTest {
  private static final Path MODELS = Path.of(System.getProperty("vigie.root"), "models");

  /**
   * The adverts of each employer are dealt to two contacts: these should be found to be alike, and
   * no contacts of two employers. The employers' profiles, which are copied, are left out.
   */
  @Test
  void findsNoTwoEmployersAlikeAndOneInFiveOfThoseDealtToTwoContacts() throws IOException {
    Map<String, List<ComparedText>> byEmployer = new TreeMap<>();
    List<ComparedText> all = new ArrayList<>();
    for (JsonNode advert : adverts("emscad_dev")) {
      String text =
          advert
              .get("text")
              .asText()
              .replaceAll("(?s)Company Profile:.*?; Job Description:", " ")
              .replaceAll("(Requirements|Benefits):", "\n")
              .replaceAll("#(EMAIL|PHONE|URL)_[0-9a-f]+#", " ");
      ComparedText compared = ComparedText.of(Invented.advert(Invented.phone(0), 0, text));
      if (compared.words() >= AuthorStyle.FEWEST_WORDS) {
        all.add(compared);
        byEmployer
            .computeIfAbsent(advert.get("group").asText(), k -> new ArrayList<>())
            .add(compared);
      }
    }
    List<List<ComparedText>> employers = new ArrayList<>();
    for (List<ComparedText> texts : byEmployer.values()) {
      List<ComparedText> own =
          ComparedText.ofOwnWording(texts, List.of(), 2 * AuthorStyle.MOST_TEXTS);
      if (own.size() >= 2 * AuthorStyle.FEWEST_TEXTS) {
        employers.add(own);
      }
    }
    Map<ComparedText, Set<String>> habits = new IdentityHashMap<>();
    all.forEach(text -> habits.put(text, WritingHabits.of(text.text())));
    AuthorStyle style = new AuthorStyle(habits.values());
    int found = 0;
    int wrong = 0;
    for (List<ComparedText> one : employers) {
      for (List<ComparedText> other : employers) {
        List<Set<String>> ofOne = half(one, 0).stream().map(habits::get).toList();
        List<Set<String>> ofOther = half(other, 1).stream().map(habits::get).toList();
        List<Set<String>> ofEither = new ArrayList<>(ofOne);
        ofEither.addAll(ofOther);
        if (style.likeness(ofOne, ofOther, ofEither).isOfOneAuthor()) {
          found += one == other ? 1 : 0;
          wrong += one == other ? 0 : 1;
        }
      }
    }
    assertThat(employers).hasSizeGreaterThanOrEqualTo(15);
    assertThat(wrong).isZero();
    assertThat(5 * found).as("of %d", employers.size()).isGreaterThanOrEqualTo(employers.size());
  }

  private static List<ComparedText> half(List<ComparedText> texts, int from) {
    List<ComparedText> half = new ArrayList<>();
    for (int i = from; i < texts.size(); i += 2) {
      half.add(texts.get(i));
    }
    return half;
  }

  /** Each phone number and address of these was replaced by a fictional one, each time the same. */
  @Test
  void findsNothingInOrdinaryClassifieds(@TempDir Path folder) throws IOException {
    AdvertAssessor assessor = AdvertAssessor.load(MODELS);
    List<AssessedAdvert> adverts = new ArrayList<>();
    int day = 0;
    for (JsonNode advert : adverts("classifieds_ie_dev")) {
      AssessedAdvert plain =
          Invented.advert(Invented.phone(0), day++ / 40, advert.get("text").asText());
      adverts.add(assessor.assess(plain.advert()));
    }
    Map<String, Long> uses =
        adverts.stream()
            .flatMap(advert -> advert.contacts().stream())
            .filter(contact -> contact.type().leadsToSomebody())
            .collect(Collectors.groupingBy(c -> c.key(), TreeMap::new, Collectors.counting()));
    ReadTogether reader = ReadTogether.load(MODELS);
    List<String> found = new ArrayList<>();
    try (AdvertIndex index = Invented.index(folder, adverts)) {
      for (String key : uses.keySet()) {
        reader
            .of(index, Invented.profileOf(key, adverts))
            .forEach(finding -> found.add(key + " " + finding.indicator()));
      }
    }
    assertThat(uses).hasSizeGreaterThan(30);
    assertThat(found).isEmpty();
  }

  private static List<JsonNode> adverts(String set) throws IOException {
    String given = System.getenv().getOrDefault("VIGIE_SHARED", "");
    Path shared =
        given.isBlank() ? Path.of(System.getProperty("vigie.root"), "../shared") : Path.of(given);
    Path file = shared.resolve("data/job-ads").resolve(set + ".jsonl.gz");
    assumeTrue(Files.exists(file), "shared data absent");
    List<JsonNode> adverts = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        adverts.add(new JsonMapper().readTree(line));
      }
    }
    return adverts;
  }
}
