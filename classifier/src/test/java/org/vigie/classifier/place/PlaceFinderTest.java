package org.vigie.classifier.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Place;
import org.vigie.advert.Span;
import org.vigie.classifier.ModelsFolder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

class PlaceFinderTest {
  private static PlaceFinder finder;

  @BeforeAll
  static void load() throws IOException {
    finder = PlaceFinder.load(ModelsFolder.path());
  }

  @Test
  void knowsMoreThanTwentyFiveThousandTowns() {
    assertThat(finder.size()).isGreaterThan(25_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "new in Paris today | FR | Paris FR",
        "new in Paris today | US | Paris US",
        "à Nice ce soir | FR | Nice FR",
        "робота у Києві та Київ | UA | Kyiv UA",
        "работа в Варшава | UA | Warsaw PL",
        "εργασία στην Αθήνα | GR | Athens GR",
        "عمل في دبي | AE | Dubai AE",
        "from Reading to London | GB | Reading GB, London GB",
        "flat near Saint-Denis | FR | Saint-Denis FR",
        "we meet at New York | US | New York City US"
      })
  void findsTownsInSeveralScripts(String text, String country, String places) {
    assertThat(find(text, country, ""))
        .extracting(place -> place.name() + " " + place.country())
        .containsExactly(places.split(", "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nice people, reading books in a bar",
        "Nice people. Reading books. Bar staff, Of course",
        "NICE WORK IN THE BAR",
        "paris"
      })
  void findsNoneInCommonWords(String text) {
    assertThat(find(text, "IE", "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0639\u0644\u0649 \u0623\u0645\u0644 \u0623\u0646 \u0646\u0644\u062A\u0642\u064A", // in
        // the
        // hope
        // that
        // we
        // meet
        "\u0633\u0646\u0629 \u062E\u0628\u0631\u0629\u060C \u062F\u0648\u0644\u0629", // a year of
        // experience,
        // a state
        "Good knowledge of Google Docs, Mobile and Enterprise tools"
      })
  void findsNoneInWordsThatTownsAreCalledBy(String text) {
    assertThat(find(text, "", "")).isEmpty();
  }

  @Test
  void takesTheTownOfTheCountryThatPhonesOrMoneyTell() {
    assertThat(countriesOf("Cleaner wanted, now in Lincoln", "")).containsExactly("US");
    assertThat(countriesOf("Cleaner wanted, now in Lincoln", "GB")).containsExactly("GB");
    assertThat(countriesOf("Cleaner wanted in Boston", "")).containsExactly("US");
    assertThat(countriesOf("Cleaner wanted in Boston", "GB")).containsExactly("GB");
    assertThat(countriesOf("new in London", "CA")).containsExactly("GB");
  }

  @Test
  void takesTheTownOfTheCountryWhoseMoneyIsPaidThere() {
    NormalizedText text = NormalizedText.of("Cleaner wanted in Perth, 12 pounds an hour");
    PlaceFinder.Countries paid = new PlaceFinder.Countries("", "GB", "GB"::equals);

    assertThat(finder.find(text, Words.of(text), paid, "", List.of()))
        .extracting(Place::country)
        .containsExactly("GB");
  }

  /** Kent, a county, has no town of its name in its country. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kent | '' | GB | ''",
        "Kent | GB | '' | ''",
        "Kent, United Kingdom | '' | '' | ''",
        "Kent | US | '' | US",
        "Kent, United States | '' | '' | US",
        "Lincoln, United Kingdom | '' | '' | GB",
        "Boston | '' | GB | GB",
        "Durham | '' | GB | GB",
        "Worcester | '' | GB | GB",
        "Cambridge | '' | GB | GB",
        "Paris | '' | GB | FR"
      })
  void takesADeclaredPlaceForATownOfItsCountry(
      String declared, String own, String likely, String country) {
    NormalizedText text = NormalizedText.of("cleaner wanted");
    PlaceFinder.Countries countries = new PlaceFinder.Countries(own, likely, other -> false);

    assertThat(finder.find(text, Words.of(text), countries, declared, List.of()))
        .extracting(Place::country)
        .isEqualTo(country.isEmpty() ? List.of() : List.of(country));
  }

  @Test
  void findsATownAtTheBeginningOfAClauseWhereItsMoneyIsPaid() {
    assertThat(countriesOf("900 KM, Sarajevo", "")).isEmpty();

    NormalizedText text = NormalizedText.of("900 KM, Sarajevo");
    PlaceFinder.Countries paid = new PlaceFinder.Countries("", "", "BA"::equals);
    assertThat(finder.find(text, Words.of(text), paid, "", List.of()))
        .extracting(Place::country)
        .containsExactly("BA");
  }

  private static List<String> countriesOf(String written, String likely) {
    NormalizedText text = NormalizedText.of(written);
    PlaceFinder.Countries countries = new PlaceFinder.Countries("", likely, country -> false);
    return finder.find(text, Words.of(text), countries, "", List.of()).stream()
        .map(Place::country)
        .toList();
  }

  @Test
  void readsNoTownInsideAContact() {
    String text = "Paris or Cork@example.org or Dublin";
    NormalizedText normalized = NormalizedText.of(text);
    Contact email = new Contact(ContactType.EMAIL, "cork@example.org", "", new Span(9, 25), 0);

    assertThat(finder.find(normalized, Words.of(normalized), "IE", "", List.of(email)))
        .extracting(Place::name)
        .contains("Dublin")
        .doesNotContain("Cork");
  }

  @Test
  void sharesWhatItReadWithOtherFinders() throws IOException {
    assertThat(Gazetteer.load(ModelsFolder.path())).isSameAs(Gazetteer.load(ModelsFolder.path()));
  }

  @Test
  void readsTheDeclaredPlaceAndPlacesItOnTheMap() {
    Place declared = find("a flat", "IE", "Cork, Ireland").getFirst();
    Place named = find("a flat in Dublin", "IE", "").getFirst();

    assertThat(declared.name()).isEqualTo("Cork");
    assertThat(declared.span()).isEqualTo(new Span(0, 0));
    assertThat(declared.kilometresTo(named)).isCloseTo(219, within(5.0));
  }

  /** Prints what the documentation quotes: the share says nothing of towns that are missed. */
  @ParameterizedTest
  @CsvSource({"poland_1k, PL", "classifieds_ie_dev, IE"})
  void resolvesMostTownsOfRealAdvertsToTheirCountry(String file, String country)
      throws IOException {
    Path data = ModelsFolder.sharedData().resolve("job-ads").resolve(file + ".jsonl.gz");
    Assumptions.assumeTrue(Files.exists(data), "shared data absent");
    int adverts = 0;
    int own = 0;
    int all = 0;
    Map<String, Integer> elsewhere = new TreeMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(data)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JsonNode advert = new ObjectMapper().readTree(line);
        adverts++;
        for (Place place : find(advert.get("text").asText(), country, "")) {
          all++;
          own += place.country().equals(country) ? 1 : 0;
          if (!place.country().equals(country)) {
            elsewhere.merge(place.name() + " " + place.country(), 1, Integer::sum);
          }
        }
      }
    }
    List<Map.Entry<String, Integer>> frequent =
        elsewhere.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(25)
            .toList();
    System.out.printf(
        "%s: %d adverts, %d towns, share in %s %.3f, elsewhere %.3f an advert: %s%n",
        file, adverts, all, country, (double) own / all, (double) (all - own) / adverts, frequent);

    assertThat((double) own / all).isGreaterThan(0.70);
  }

  private static List<Place> find(String text, String country, String declared) {
    NormalizedText normalized = NormalizedText.of(text);
    return finder.find(normalized, Words.of(normalized), country, declared, List.of());
  }
}
