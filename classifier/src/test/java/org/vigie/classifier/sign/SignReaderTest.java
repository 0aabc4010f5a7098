package org.vigie.classifier.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Genre;
import org.vigie.classifier.Growth;
import org.vigie.classifier.ModelsFolder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

class SignReaderTest {
  private static final double MOST_GROWTH = 2.8;

  private static SignReader reader;

  @BeforeAll
  static void load() throws Exception {
    reader = SignReader.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The boss keeps our passports|DOCUMENTS_KEPT",
        "our passports, the boss keeps them in his safe until the debt is paid|DOCUMENTS_KEPT",
        "I have not been paid for three months|WAGES",
        "Crossing to Italy by boat, you pay when you arrive|ROUTE",
        "Le patron garde nos passeports|DOCUMENTS_KEPT",
        "Szef zabrał nam paszporty i nie oddaje|DOCUMENTS_KEPT",
        "нам не платят зарплату третий месяц|WAGES",
        "mera passport malik ne rakh liya hai|DOCUMENTS_KEPT",
        "ማዳም ፓስፖርቴን ወስዳ አልመለሰችልኝም|DOCUMENTS_KEPT"
      })
  void findsWhatIsSaidWhateverTheLanguageOrderAndPerson(String text, Family family) {
    assertThat(said(text)).contains(family);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We never keep your passport",
        "Is it true that they keep the passport?",
        "I keep my passport in the drawer at home",
        "We are hiring two waiters for our restaurant, contract and paid holidays",
        "Blue bicycle for sale, hardly used, new tyres"
      })
  void findsNothingThatIsDeniedAskedOrAnotherMatter(String text) {
    assertThat(said(text)).isEmpty();
  }

  @Test
  void readsTheSameOfWordsThatItHasReadBeforeAndOfThoseItHasNot() throws Exception {
    List<String> texts =
        List.of(
            "Our pasport is kept by the boss in a safe",
            "p4ssp0rt k3pt by the boss",
            "Le patron garde nos passeports",
            "护照被老板扣押");
    texts.forEach(SignReaderTest::read);
    SignReader fresh = SignReader.load(ModelsFolder.path());

    for (String text : texts.reversed()) {
      assertThat(read(text)).isEqualTo(read(fresh, text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "Hi!",
        "ok",
        "thank you",
        "Good morning",
        "bonjour",
        "Hola",
        "Tschüss",
        "привет",
        "dziękuję",
        "你好",
        "مرحبا",
        "👍",
        "."
      })
  void takesATextThatIsAboutNothingForNoKind(String text) {
    assertThat(read(text).genre()).isEqualTo(Genre.OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cleaner wanted", "room for rent", "Kellner gesucht"})
  void takesAShortOfferForOne(String text) {
    assertThat(read(text).genre()).isEqualTo(Genre.OFFER);
  }

  /** Each in its language: a word of length beside the verb was read as another matter. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Llevo tres meses sin cobrar",
        "Llevamos dos meses sin cobrar.",
        "No cobro desde hace tres meses.",
        "Há três meses que não me pagam.",
        "Estou há três meses sem receber.",
        "Non ricevo lo stipendio da tre mesi",
        "Non prendo lo stipendio da quattro mesi.",
        "Je ne suis pas payée depuis deux mois.",
        "Nu mi-am luat salariul de trei luni.",
        "Od dwóch miesięcy nie płacą mi pensji.",
        "Я три месяца не получаю зарплату",
        "Вже два місяці не платять зарплату."
      })
  void findsWagesThatAreNotPaidInAShortComplaint(String text) {
    assertThat(said(text)).contains(Family.WAGES);
    assertThat(read(text).genre()).isEqualTo(Genre.COMPLAINT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Llevo tres meses sin fumar.",
        "Trabajamos sin cobrar nada al trabajador.",
        "Ayudamos sin cobrar a quien llega nuevo.",
        "Non ricevo posta da tre mesi."
      })
  void findsNoWagesWhereAnotherMatterLasts(String text) {
    assertThat(said(text)).doesNotContain(Family.WAGES);
  }

  @Test
  void saysWhatATextDoesWithASign() {
    assertThat(read("We never keep your passport").signs())
        .anyMatch(s -> s.row().equals("LX-07") && s.polarity() == Polarity.DENIED);
  }

  @Test
  void readsHostileTextInLinearTime() {
    assertThat(growth("passport keep boss ", 500)).isLessThan(MOST_GROWTH);
  }

  /** Many sentences deny many things: each row is asked about once. */
  @Test
  void readsManyDenialsInLinearTime() {
    String piece = "We never keep your passport, nobody takes a fee and no debt is worked off. ";

    assertThat(growth(piece, 100)).isLessThan(MOST_GROWTH);
  }

  /** Returns how many times as long twice the text takes; squared, it were four times. */
  private static double growth(String piece, int times) {
    String few = piece.repeat(times);
    String many = piece.repeat(8 * times);
    return Growth.perDoubling(() -> read(few), () -> read(many), MOST_GROWTH, 3, 20);
  }

  private static List<Family> said(String text) {
    return read(text).said().stream().map(Sign::family).toList();
  }

  private static SignReading read(String text) {
    return read(reader, text);
  }

  private static SignReading read(SignReader reader, String text) {
    NormalizedText normalized = NormalizedText.of(text);
    return reader.read(normalized, Words.of(normalized), List.of(), new BitSet());
  }
}
