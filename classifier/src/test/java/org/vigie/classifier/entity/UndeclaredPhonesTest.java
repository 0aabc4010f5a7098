package org.vigie.classifier.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.classifier.ModelsFolder;
import org.vigie.text.NormalizedText;

/** Phones beside other numbers where no country is declared. */
class UndeclaredPhonesTest {
  private static ContactFinder finder;

  @BeforeAll
  static void load() throws IOException {
    finder = ContactFinder.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sv | Boende ingår, från 1 juli 2027. 070-174 06 52 | +46701740652",
        "sv | Alla dagar 10-20. 070 174 06 52 | +46701740652",
        "fr | Début le 3 juin 2027. 0033 6 39 98 87 01 (Claire) | +33639988701",
        "fr | Ouvert 9.00-12.30 14.00-19.00, 06 39 98 87 01 | +33639988701"
      })
  void areReadBehindHoursAndTheEndOfASentence(String language, String text, String phone) {
    assertThat(phones(text, language)).containsExactly(phone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl | Open ma-vr 09.00-17.30 en za 10.00-16.30 uur",
        "en | Our order no. 07700900667 left the warehouse",
        "de | Bestellnummer 017604069074 liegt bei",
        "hu | Adószám 12345678-1-42",
        "it | Partita IVA 01234567843, codice fiscale"
      })
  void areNoHoursAndNoNumbersOfThings(String language, String text) {
    assertThat(phones(text, language)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl | contact: nul-0-3-1-zes-1-2-3-vier-5-6-8-een. | +31612345681",
        "pt | contacto: nove... um... dois... três... quatro... cinco... seis... sete... oito. | +351912345678",
        "de | Kontakt: null-0-4-9-eins-7-6-0-vier-0-6-9-null-6-6. | +4917604069066"
      })
  void areReadToBothEndsWhereWordsThatMeanOtherThingsSpellThem(
      String language, String text, String phone) {
    assertThat(phones(text, language)).containsExactly(phone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Call 07700 900667, two rooms free | +447700900667",
        "en | Room for two: 07700 900667. One week minimum | +447700900667",
        "fr | Appelez le 06 39 98 87 01 - deux chambres | +33639988701",
        "de | Ruf an: 0176 04069066. Drei Zimmer frei | +4917604069066",
        "en | Ring 07700 9006, six, seven | +447700900667",
        "en | Ring 07700 90066 seven | +447700900667"
      })
  void haveNoCountOfTheNextClauseAndAllTheirOwnWords(String language, String text, String phone) {
    assertThat(phones(text, language)).containsExactly(phone);
  }

  @Test
  void areOfACountryWhoseLanguageLooksAlikeWhereTheyBeginAsThere() {
    assertThat(phones("контакт: 89123456795", "bg")).containsExactly("+79123456795");
    assertThat(phones("смештај бесплатан. 060 123 45 64", "mk")).containsExactly("+381601234564");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Meldet euch: 447700900352 | +447700900352",
        "de | 33 6 39 98 22 17 geht auch | +33639982217",
        "fi | 44.7700.900.352 | +447700900352",
        "de | 17604069066 | +4917604069066"
      })
  void ofElevenDigitsAndMoreAreMobilesAbroadBeforeFixedNumbersAtHome(
      String language, String text, String phone) {
    assertThat(phones(text, language)).containsExactly(phone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh | 联系电话13912345678,张先生 | +8613912345678",
        "zh | 微信同号13912345678找张先生 | +8613912345678",
        "th | โทร0812345678ครับ | +66812345678"
      })
  void standBesideLettersOfScriptsWithoutSpaces(String language, String text, String phone) {
    assertThat(phones(text, language)).containsExactly(phone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh | 2026年11月3日到12月3日,每天10小时,工资5000-8000元,3-5人",
        "zh | 身份证110101199003074477 编号20261201 面积120平",
        "th | เงินเดือน15000บาท 6วัน 8โมง"
      })
  void areNoDatesWagesAndIdsInThoseScripts(String language, String text) {
    assertThat(phones(text, language)).isEmpty();
  }

  @Test
  void beginBehindAnArticleThatLooksLikeOnes() {
    assertThat(phones("Chiama il 312 345 6757", "it")).containsExactly("+393123456757");
  }

  @Test
  void ofEightDigitsAreAnnouncedWhereATrunkPrefixIsDialled() {
    assertThat(phones("Eladó, 12345678", "hu")).isEmpty();
    assertThat(phones("Telefon 12345678", "hu")).containsExactly("+3612345678");
    assertThat(phones("Cykel, 40123456", "da")).containsExactly("+4540123456");
  }

  private static List<String> phones(String text, String language) {
    PhoneRegions regions =
        Regions.plausible(mainCountry(language), language).toldBy(List::of, List::of);
    return finder.find(NormalizedText.of(text), regions, "").stream()
        .filter(contact -> contact.type() == ContactType.PHONE)
        .map(Contact::value)
        .toList();
  }

  private static String mainCountry(String language) {
    List<String> regions = Regions.plausible("", language).ofLanguage();
    return language.equals("en") ? "" : regions.getFirst();
  }
}
