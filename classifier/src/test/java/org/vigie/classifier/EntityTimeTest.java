package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Contact;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.place.PlaceFinder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/** How the time that entities take grows with the text, in CPU time of this thread. */
@Tag("cost")
class EntityTimeTest {
  private static final int LENGTH = 480_000;

  /** Twice the text may take 2.3 times as long: twice, and room for caches. */
  private static final double MOST = 2.3;

  private static final int FEWEST = 10;
  private static final int ROUNDS = 120;

  private static ContactFinder contactFinder;
  private static QuantityFinder quantityFinder;
  private static PlaceFinder placeFinder;

  @BeforeAll
  static void load() throws IOException {
    contactFinder = ContactFinder.load(ModelsFolder.path());
    quantityFinder = QuantityFinder.load(ModelsFolder.path());
    placeFinder = PlaceFinder.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12-",
        "5 euro - ",
        "twenty ",
        "9 to ",
        "per ",
        "$ 5 ",
        "New York ",
        "San ",
        "in Cork, ",
        "Cork cork@example.org ",
        "+1 202 555 01",
        "a (at) b dot ",
        "t.me/@_",
        "age 20 or 12 EUR per hour, 9-17, "
      })
  void growsNoFasterThanTheText(String piece) {
    Read eighth = Read.of(piece.repeat(LENGTH / 8 / piece.length()));
    Read whole = Read.of(piece.repeat(LENGTH / piece.length()));
    assertThat(Growth.perDoubling(eighth::find, whole::find, MOST, FEWEST, ROUNDS))
        .isLessThanOrEqualTo(MOST);
  }

  private record Read(NormalizedText text, List<Word> words, List<Contact> contacts) {
    static Read of(String original) {
      NormalizedText text = NormalizedText.of(original);
      return new Read(text, Words.of(text), contactFinder.find(text, "", ""));
    }

    /** Finds contacts, prices, ages, working hours and places. */
    void find() {
      contactFinder.find(text, "IE", "");
      quantityFinder.find(text, words, "en", "IE", contacts);
      placeFinder.find(text, words, "IE", "", contacts);
    }
  }
}
