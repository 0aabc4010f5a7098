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
    assertThat(read(text, language).contacts()).extracting(Contact::value).containsExactly(phone);
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
        "zh | 号码写成字:六二六,五五五,零一三六 | 6265550136",
        "zh | 电话 一三八零零一三八零零零 | 13800138000",
        "fr | zéro sept sept zéro zéro, neuf cents, quatre cent douze | 07700900412"
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "et | Helista: pluss nelikümmend neli, 7700, üheksasada, kakskümmend üks üks | +447700900211",
        "it | Chiama lo 0033 sei trentanove novantotto quarantuno ventotto | +33639984128",
        "fi | Numero: plus kolmekymmentäkolme, 6 39 98, kaksikymmentäneljä, 17 | +33639982417",
        "sv | fyrtiofyra, 7700, nio noll noll, 1 8 tre | +447700900183",
        "da | Ring: fire fire, 7700, nihundrede, 4 1 2 | +447700900412",
        "hu | plusz negyvennégy 7700 kilencszáz, négyszáztizenkettő | +447700900412",
        "de | plus vierundvierzig 7700 neunhundert siebenhundertvierunddreißig | +447700900734",
        "zh | 电话:44七七零零九零零四一二 | +447700900412",
        "tr | 0044 7700 dokuz yüz, yedi yüz on dört | +447700900714",
        "ar | زائد أربعة وأربعون، 7700، تسعمئة، ستمئة وثلاثة وعشرون | +447700900623",
        "bn | চার চার, সাত সাত শূন্য শূন্য, নয়শ, চারশ সাতান্ন | +447700900457",
        "vi | Gọi +44 bảy bảy oo chín oo bốn một năm | +447700900415",
        "zh | 电话四四 七七〇〇 九〇〇 三一六 | +447700900316",
        "zh | 微信 33 六 39 九八 22 17 | +33639982217"
      })
  void ofWordsAndDigitsAreReadWhole(String language, String text, String phone) {
    assertThat(read(text, language).contacts()).extracting(Contact::value).containsExactly(phone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 353 20 91, then 2, then 0417 | +353209120417",
        "fr | Tél 33, puis 6 39, puis 98 22 17 | +33639982217",
        "cs | 0044 7700, potom 900, potom 352 | +447700900352",
        "lt | Numeris 44.7700.900.352 | +447700900352",
        "es | ④④ ⑦⑦⓪⓪ ⑨⓪⓪ ③⑤② | +447700900352",
        "ro | ➕4️⃣4️⃣ 7️⃣7️⃣0️⃣0️⃣ 9️⃣0️⃣0️⃣ 3️⃣5️⃣2️⃣ | +447700900352",
        "de | Handy 447700900352 | +447700900352",
        "en | text 07700x900x352 (no x) | +447700900352"
      })
  void withTheirCountrysCodeAreReadInParts(String language, String text, String phone) {
    assertThat(read(text, language).contacts()).extracting(Contact::value).containsExactly(phone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es | 7700 900352, delante va más cuarenta y cuatro | +447700900352",
        "fr | 639 98 22 17, indicatif trente-trois | +33639982217",
        "nl | 7700 900352, met plus vierenveertig ervoor | +447700900352"
      })
  void areOfTheCountryWhoseCodeIsToldInWords(String language, String text, String phone) {
    assertThat(read(text, language).contacts()).extracting(Contact::value).containsExactly(phone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | oh double seven double oh, nine hundred, eight two seven 24/7 | +447700900827",
        "fr | zéro six trente-neuf quatre-vingt-dix-huit quatre-vingt-sept zéro un 8h à 20h | +33639988701",
        "en | +44 7700 nine hundred 827. 2 rooms | +447700900827",
        "en | A room for two 07700 nine hundred 827 | +447700900827"
      })
  void endWhereHoursOrASentenceBegin(String language, String text, String phone) {
    assertThat(read(text, language).contacts()).extracting(Contact::value).containsExactly(phone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uk | 7700, дев'ятсот, шістсот двадцять, сорок один, п'ять | 7700900620415",
        "hr | 7700, devet nula nula, pet tri četiri, dva, sedam | 770090053427"
      })
  void areNeverCutShort(String language, String text, String digits) {
    ContactFinder.Reading reading = read(text, language);
    assertThat(reading.contacts()).isEmpty();
    assertThat(reading.unplaced()).containsExactly(digits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Sheets of 120x60x200 and 1200x600x2000, then 40 of 30x40",
        "en | Open 8 to 12, then 13 to 17, then closed until 2027",
        "it | Costa 447 euro, poi 700, poi 900 con due notti",
        "en | Sizes 34, 36, 38, then 40 and forty two",
        "zh | 三三 两两, 一一 说明, 四四 方方的房间",
        "de | Artikel 4006381333931 und 447700900352171",
        "en | Best firm of 2011/2012 and 2009/2010",
        "uk | оплата п'ятсот, потім шістсот, потім сімсот п'ятдесят гривень",
        "fr | Ouvert de 9 à 12, puis de 14 à 18, vingt et une places"
      })
  void areNoListsMeasuresOrHours(String language, String text) {
    ContactFinder.Reading reading = read(text, language);
    assertThat(reading.contacts()).isEmpty();
    assertThat(reading.unplaced()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es | Cobras seiscientos, setecientos, ochocientos euros",
        "pl | sześćset, siedemset, osiemset złotych",
        "fr | six cents, sept cents, huit cents euros",
        "de | sechshundert, siebenhundert, achthundert Euro",
        "en | levels one, two, three, four, five, six, seven, eight, nine",
        "en | thirty, forty, fifty, sixty, ninety minutes",
        "fr | dix, onze, douze, treize et quatorze heures"
      })
  void areNoAmountsOrLists(String language, String text) {
    ContactFinder.Reading reading = read(text, language);
    assertThat(reading.contacts()).isEmpty();
    assertThat(reading.unplaced()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | N'attendez plus : zéro six trente-neuf quatre-vingt-dix-huit quatre-vingt-sept zéro un"
            + " | +33639988701",
        "fr | zéro six trente-neuf quatre-vingt-dix-huit quatre-vingt-sept zéro un. Une heure minimum"
            + " | +33639988701",
        "en | Call oh seven seven double oh nine double oh six six seven, two rooms | +447700900667",
        "en | Room for two, oh seven seven double oh nine double oh six six seven | +447700900667",
        "da | Tlf 20 12 34 56. To tre piger søges | +4520123456",
        "sv | Ring 070-174 06 52, en två dagar | +46701740652",
        "lt | Skambinkite 8 612 34567 du trys kartai | +37061234567"
      })
  void areWithoutTheWordsBesideThem(String language, String text, String phone) {
    assertThat(read(text, language).contacts()).extracting(Contact::value).containsExactly(phone);
  }

  @Test
  void areKeptBySoMany() {
    String number = "nulla hét hét nulla nulla kilenc nulla nulla négy egy kettő. Hívjon. ";
    assertThat(read(number.repeat(50), "hu").unplaced()).hasSize(4);
  }

  private static ContactFinder.Reading read(String text, String language) {
    return finder.read(
        NormalizedText.of(text), Regions.plausible("", language).toldBy(List::of, List::of), "");
  }
}
