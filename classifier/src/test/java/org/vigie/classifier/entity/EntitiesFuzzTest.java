package org.vigie.classifier.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.vigie.advert.Contact;
import org.vigie.advert.Span;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.place.PlaceFinder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.text.FuzzedText;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/** Whatever a text is made of, what is read from it stands in it. */
class EntitiesFuzzTest {
  /** Country and language that a text is read for, chosen by its first byte. */
  private static final String[] COUNTRIES = {"", "IE", "FR", "DE", "PL", "UA", "US", "GR"};

  private static final String[] LANGUAGES = {"und", "en", "fr", "de", "pl", "uk", "es", "el"};

  private static ContactFinder contactFinder;
  private static QuantityFinder quantityFinder;
  private static PlaceFinder placeFinder;

  @BeforeAll
  static void load() throws IOException {
    contactFinder = ContactFinder.load(ModelsFolder.path());
    quantityFinder = QuantityFinder.load(ModelsFolder.path());
    placeFinder = PlaceFinder.load(ModelsFolder.path());
  }

  @FuzzTest(maxDuration = "10m")
  void findsNothingOutsideTheText(byte[] bytes) {
    String original = FuzzedText.of(bytes);
    int choice = bytes.length == 0 ? 0 : bytes[0] & 7;
    String country = COUNTRIES[choice];
    String language = LANGUAGES[choice];
    NormalizedText text = NormalizedText.of(original);
    List<Word> words = Words.of(text);

    List<Contact> contacts =
        contactFinder.find(text, Regions.plausible(country, language), "telegram");

    int end = 0;
    for (Contact contact : contacts) {
      assertThat(contact.span().start()).isGreaterThanOrEqualTo(end);
      end = contact.span().end();
      checkIsIn(original, contact.span());
      assertThat(contact.value()).isNotEmpty();
    }
    var quantities = quantityFinder.find(text, words, language, country, contacts);
    quantities.prices().forEach(price -> checkIsIn(original, price.span()));
    quantities.ages().forEach(age -> checkIsIn(original, age.span()));
    quantities.workingHours().forEach(hours -> checkIsIn(original, hours.span()));
    placeFinder
        .find(text, words, country, "", contacts)
        .forEach(place -> checkIsIn(original, place.span()));
  }

  private static void checkIsIn(String original, Span span) {
    assertThat(span.start()).isBetween(0, original.length() - 1);
    assertThat(span.end()).isBetween(span.start() + 1, original.length());
  }
}
