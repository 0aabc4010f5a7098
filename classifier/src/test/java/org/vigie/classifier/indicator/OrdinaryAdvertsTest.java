package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.Entities;
import org.vigie.advert.Indicator;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * What ordinary adverts show: none of them may be kept from analysts as a minor-risk advert, and
 * hardly any has wording that is read only after a disguise was undone. Prints the counts.
 */
class OrdinaryAdvertsTest {
  @ParameterizedTest
  @CsvSource({
    "classifieds_ie_dev.jsonl.gz, en, IE",
    "poland_1k.jsonl.gz, pl, PL",
    "emscad_dev.jsonl.gz, en, US"
  })
  void setNoMinorRiskFlagAndHideNoWording(String name, String language, String country)
      throws IOException {
    Path file = ModelsFolder.sharedData().resolve("job-ads").resolve(name);
    Assumptions.assumeTrue(Files.isRegularFile(file), "shared data absent");
    Reader reader = Reader.load(language, country);
    int adverts = 0;
    int flagged = 0;
    int undone = 0;
    int showing = 0;
    SortedMap<String, Integer> byId = new TreeMap<>();
    List<String> hidden = new ArrayList<>();
    for (String text : texts(file)) {
      List<Indicator> found = reader.read(text);
      adverts++;
      showing += found.isEmpty() ? 0 : 1;
      flagged += found.stream().anyMatch(Indicator::minorRisk) ? 1 : 0;
      List<String> costs =
          found.stream()
              .filter(i -> i.detail().contains("wording") && i.detail().contains("readable only"))
              .map(i -> i.id() + " " + i.detail())
              .toList();
      undone += costs.isEmpty() ? 0 : 1;
      hidden.addAll(costs);
      found.forEach(i -> byId.merge(i.id(), 1, Integer::sum));
    }
    System.out.printf(
        "%s: %d adverts, %d with an indicator, %d flagged, %d with disguised wording %s; adverts by indicator %s%n",
        name, adverts, showing, flagged, undone, hidden, byId);

    assertThat(adverts).isGreaterThan(500);
    assertThat(flagged).isLessThanOrEqualTo(adverts / 1000);
    assertThat(undone).isLessThanOrEqualTo(adverts / 500);
  }

  private static List<String> texts(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        texts.add(json.readTree(line).path("text").asText());
      }
    }
    return texts;
  }

  private record Reader(
      ContactFinder contactFinder,
      QuantityFinder quantities,
      IndicatorFinder finder,
      String language,
      String country) {
    static Reader load(String language, String country) throws IOException {
      Path models = ModelsFolder.path();
      return new Reader(
          ContactFinder.load(models),
          QuantityFinder.load(models),
          IndicatorFinder.load(models, Taxonomy.load(models)),
          language,
          country);
    }

    List<Indicator> read(String body) {
      Advert advert =
          Advert.builder(Channel.FILE, "example.org", Instant.EPOCH)
              .body(body.isBlank() ? "-" : body)
              .build();
      NormalizedText text = NormalizedText.of(advert.text());
      List<Word> words = Words.of(text);
      List<Contact> contacts = contactFinder.find(text, country, "");
      Entities entities = quantities.find(text, words, language, country, contacts).alone();
      return finder.find(advert, text, words, contacts, entities);
    }
  }
}
