package org.vigie.classifier.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Contact;
import org.vigie.classifier.ModelsFolder;
import org.vigie.text.NormalizedText;

/** Phones that are spelled in words from end to end. */
class SpelledPhonesTest {
  private static ContactFinder finder;

  @BeforeAll
  static void load() throws IOException {
    finder = ContactFinder.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "el | Συν τριάντα τρία, έξι, τριάντα εννιά, ενενήντα οκτώ, σαράντα ένα, δεκαεπτά. | +33639984117",
        "hr | Broj: plus tri tri, šest, trideset devet, devedeset osam, sedamdeset dva, nula pet | +33639987205",
        "sk | Tri päť tri, dva nula, deväť jeden štyri, dva dva nula sedem. | +353209142207",
        "de | In Worten: drei fünf drei, zwei null, neun eins zwei, vier vier sieben eins | +353209124471",
        "da | Nummer: et, fire et fem, fem fem fem, nul et et otte. | +14155550118",
        "lv | trīs trīs, seši, trīsdesmit deviņi, deviņdesmit astoņi, piecdesmit, sešdesmit seši | +33639985066",
        "fa | سی و سه، شش، سی و نه، نود و هشت، شصت و سه، بیست | +33639986320",
        "th | เบอร์ สามสาม หก สามเก้า เก้าแปด หนึ่งสี่ แปดสอง | +33639981482"
      })
  void withTheirCountrysCodeAreReadInAnyLanguage(String language, String text, String phone) {
    ContactFinder.Reading reading = read(text, language);
    assertThat(reading.contacts()).extracting(Contact::value).containsExactly(phone);
    assertThat(reading.unplaced()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Number: oh double seven double oh, nine hundred, eight two seven. | +447700900827",
        "en | zero seven seven zero zero, nine hundred, four hundred and twelve | +447700900412",
        "fr | zéro six trente-neuf quatre-vingt-dix-huit quatre-vingt-sept zéro un | +33639988701"
      })
  void areReadWithHundreds(String language, String text, String phone) {
    assertThat(read(text, language).contacts())
        .extracting(Contact::value)
        .containsExactly(phone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ro | zero șapte șapte zero zero nouă sute șase sute șaptezeci și unu | 07700900671",
        "ru | ноль семь семь ноль ноль, девятьсот, четыреста тридцать восемь | 07700900438",
        "uk | нуль сім сім нуль нуль, дев'ятсот, шістсот п'ятдесят два | 07700900652",
        "tr | sıfır yedi yedi sıfır sıfır, dokuz yüz, beş yüz yetmiş yedi | 07700900577",
        "hu | nulla hét hét nulla nulla, kilenc nulla nulla, négy egy kettő | 07700900412",
        "vi | không bảy bảy không không, chín không không, ba năm sáu | 07700900356",
        "zh | 号码写成字:六二六,五五五,零一三六 | 6265550136"
      })
  void ofNoCountryOfTheTextAreKeptAsTheyAreSaid(String language, String text, String digits) {
    ContactFinder.Reading reading = read(text, language);
    assertThat(reading.contacts()).isEmpty();
    assertThat(reading.unplaced()).containsExactly(digits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | We need nine hundred people for two weeks, one week off, and pay one thousand two hundred.",
        "da | Det er en af de to fire-stjernede, og du skal være der fra syv til ni.",
        "vi | Không hai ba người, một năm năm tháng, tám giờ một ngày",
        "zh | 一个三四十人的厂,两班倒,一天一百三十七",
        "th | สองคน สามวัน",
        "sv | Det är sex dagar i veckan, fem till tio, ett rum för två eller tre"
      })
  void areNoCounts(String language, String text) {
    ContactFinder.Reading reading = read(text, language);
    assertThat(reading.contacts()).isEmpty();
    assertThat(reading.unplaced()).isEmpty();
  }

  @Test
  void areKeptBySoMany() {
    String number = "nulla hét hét nulla nulla kilenc nulla nulla négy egy kettő. Hívjon. ";
    assertThat(read(number.repeat(50), "hu").unplaced()).hasSize(4);
  }

  private static ContactFinder.Reading read(String text, String language) {
    return finder.read(
        NormalizedText.of(text),
        Regions.plausible("", language).toldBy(List::of, List::of),
        "");
  }
}
