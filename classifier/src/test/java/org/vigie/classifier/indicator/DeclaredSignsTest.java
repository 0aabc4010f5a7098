package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;

/** What declared fields and contacts show, against medians that are invented. */
class DeclaredSignsTest {
  private static final Contact BRITISH = phone("+447700900123", "GB");
  private static final Contact FRENCH = phone("+33639980001", "FR");

  @TempDir static Path folder;
  private static Taxonomy taxonomy;
  private static DeclaredSigns signs;
  private static Exculpation exculpation;

  @BeforeAll
  static void load() throws IOException {
    taxonomy = Taxonomy.load(ModelsFolder.path());
    exculpation = Exculpation.load(ModelsFolder.path());
    Files.writeString(
        folder.resolve(Medians.FILE),
        "pay: {multiple: 3, hour: {FR: 10.0}}\nprice: {share: 0.4, hour: {FR: 100.0}}\n");
    signs = DeclaredSigns.load(folder);
  }

  @ParameterizedTest
  @CsvSource({"17, SX-04", "18, SX-06", "22, SX-06", "23, ''", "x, ''", "-1, ''"})
  void readsADeclaredAge(String age, String id) {
    assertThat(found(advert().field("age", age).build(), List.of(), Set.of()))
        .isEqualTo(id.isEmpty() ? Set.of() : Set.of(id));
  }

  @ParameterizedTest
  @CsvSource({
    "30 EUR per hour, RC-01",
    "29 EUR per hour, ''",
    "'5,200 EUR per month', RC-01",
    "5000 EUR per month, ''",
    "30 EUR, ''",
    "30 USD per hour, ''"
  })
  void holdsDeclaredPayAgainstTheCountrysMedian(String pay, String id) {
    assertThat(found(advert().field("salary", pay).build(), List.of(), Set.of()))
        .isEqualTo(id.isEmpty() ? Set.of() : Set.of(id));
  }

  @Test
  void holdsADeclaredPriceAgainstTheMedianOnlyBesideASignOfSexualServices() {
    Advert low = advert().field("price", "40 EUR").build();

    assertThat(found(low, List.of(), Set.of("SX-09"))).containsExactly("SX-09", "SX-12");
    assertThat(found(low, List.of(), Set.of("RC-04"))).containsExactly("RC-04");
    assertThat(found(advert().field("price", "41 EUR").build(), List.of(), Set.of("SX-09")))
        .containsExactly("SX-09");
  }

  @Test
  void judgesNoPayOrPriceByTheMediansThatAreShipped() throws IOException {
    DeclaredSigns shipped = DeclaredSigns.load(ModelsFolder.path());
    SortedMap<String, Indicator> found = seen(Set.of("SX-09"));

    shipped.addTo(
        found,
        advert().field("salary", "900 EUR per hour").field("price", "1 EUR").build(),
        List.of(),
        taxonomy);

    assertThat(found.keySet()).containsExactly("SX-09");
  }

  @Test
  void reportsPhonesNoneOfWhichIsOfTheAdvertsCountry() {
    Advert advert = advert().build();

    assertThat(found(advert, List.of(BRITISH), Set.of())).containsExactly("MV-02");
    assertThat(found(advert, List.of(BRITISH, FRENCH), Set.of())).isEmpty();
    assertThat(found(advert, List.of(), Set.of())).isEmpty();
  }

  @Test
  void believesInAnIndependentPersonOnlyWhileNobodyElseShows() {
    Advert advert = advert().build();

    assertThat(cleared(advert, List.of(FRENCH), Set.of("NX-02"))).containsExactly("NX-02");
    assertThat(cleared(advert, List.of(FRENCH, BRITISH), Set.of("NX-02"))).isEmpty();
    assertThat(cleared(advert, List.of(), Set.of("NX-02", "OA-04"))).containsExactly("OA-04");
  }

  @ParameterizedTest
  @CsvSource({
    "eures.europa.eu, true",
    "jobs.eures.europa.eu, true",
    "europa.eu, false",
    "other.europa.eu, false",
    "eures.europa.eu.example.org, false"
  })
  void believesInAnEmployerWhomAPublicEmploymentServiceNames(String site, boolean verified) {
    Advert named = advert(site).field("organization", "Example Ltd").build();

    assertThat(cleared(named, List.of(), Set.of()).contains("NX-03")).isEqualTo(verified);
    assertThat(cleared(advert(site).build(), List.of(), Set.of("NX-03"))).isEmpty();
  }

  private static Set<String> found(Advert advert, List<Contact> contacts, Set<String> seen) {
    SortedMap<String, Indicator> found = seen(seen);
    signs.addTo(found, advert, contacts, taxonomy);
    return found.keySet();
  }

  private static Set<String> cleared(Advert advert, List<Contact> contacts, Set<String> seen) {
    SortedMap<String, Indicator> found = seen(seen);
    exculpation.applyTo(found, advert, contacts, taxonomy);
    return found.keySet();
  }

  private static SortedMap<String, Indicator> seen(Set<String> ids) {
    SortedMap<String, Indicator> found = new TreeMap<>();
    ids.forEach(id -> found.put(id, taxonomy.indicator(id)));
    return found;
  }

  private static Contact phone(String number, String country) {
    return new Contact(ContactType.PHONE, number, country, new Span(0, 4), 0);
  }

  private static Advert.Builder advert() {
    return advert("example.org");
  }

  private static Advert.Builder advert(String site) {
    return Advert.builder(Channel.CLASSIFIEDS, site, Instant.EPOCH).country("FR").body("text");
  }
}
