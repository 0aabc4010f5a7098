package org.vigie.classifier.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Span;
import org.vigie.classifier.ModelsFolder;
import org.vigie.text.NormalizedText;

class ContactFinderTest {
  private static ContactFinder finder;

  @BeforeAll
  static void load() throws IOException {
    finder = ContactFinder.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Call 07700 900123 today | GB | +447700900123 | 0",
        "Call (07700) 900-123. | GB | +447700900123 | 0",
        "+44 (0)7700 900123 | '' | +447700900123 | 0",
        "0044 7700 900 123 | '' | +447700900123 | 0",
        "Tel: 06.39.98.00.01 | FR | +33639980001 | 0",
        "tel 06-39-98-00-01 ou | FR | +33639980001 | 0",
        "+1 202 555 0123 | '' | +12025550123 | 0",
        "020 912 3456 | IE | +353209123456 | 0",
        "07700 900123x45 | GB | +447700900123 | 0",
        "(+44) 7700 900123 | '' | +447700900123 | 0",
        "+353 20 915 5555 | '' | +353209155555 | 0",
        "0 7 7 0 0 9 0 0 1 2 3 | GB | +447700900123 | 1",
        "O77OO 9OO l23 | GB | +447700900123 | 1",
        "07700*900*123 | GB | +447700900123 | 1",
        "07700\uD83D\uDCDE900\uD83D\uDCDE123 | GB | +447700900123 | 1",
        "zero seven seven double zero nine zero zero one two three | GB | +447700900123 | 1",
        "zero s'even seven double zero n'ine zero zero one two three | GB | +447700900123 | 1",
        "zéro six trente-neuf quatre-vingt-dix-huit zéro zéro zéro un | FR | +33639980001 | 1",
        "cero cero cuatro cuatro siete siete cero cero nueve cero cero uno dos tres | ES | +447700900123 | 1",
        "zero zero patru patru sapte sapte zero zero noua zero zero unu doi trei | RO | +447700900123 | 1",
        "нуль нуль чотири чотири сім сім нуль нуль дев'ять нуль нуль один два три | UA | +447700900123 | 1",
        "0\uFE0F\u20E37\uFE0F\u20E37\uFE0F\u20E30\uFE0F\u20E30\uFE0F\u20E39\uFE0F\u20E30\uFE0F\u20E30\uFE0F\u20E31\uFE0F\u20E32\uFE0F\u20E33\uFE0F\u20E3 | GB | +447700900123 | 1",
        "\u0660\u0660\u0664\u0664\u0667\u0667\u0660\u0660\u0669\u0660\u0660\u0661\u0662\u0663 | '' | +447700900123 | 0",
        "07\u200B700 900\u200B123 | GB | +447700900123 | 1",
        "07700 900123 on Monday | GB | +447700900123 | 0",
        "null siebenundsiebzig null null neunzig null zwölf drei | GB | +447700900123 | 1",
        "nul zes negenendertig achtennegentig nul nul nul een | FR | +33639980001 | 1",
        "nulla hat harminckilenc kilencvennyolc nulla nulla nulla egy | FR | +33639980001 | 1",
        "zero sei tre nove nove otto zero zero zero uno | FR | +33639980001 | 1",
        "nula sedam sedam nula nula devet nula nula jedan dva tri | GB | +447700900123 | 1",
        "sıfır yedi yedi sıfır sıfır dokuz sıfır sıfır yirmi üç bir | GB | +447700900231 | 1",
        "zero seis trinta e nove noventa e oito zero zero zero um | FR | +33639980001 | 1",
        "\u043E77\u043E\u043E 9\u043E\u043E 123 | GB | +447700900123 | 1",
        "077009001Z3 | GB | +447700900123 | 1",
        "0770O 9001Z3 | GB | +447700900123 | 1",
        "06E9980001 | FR | +33639980001 | 1",
        "+44 77S09001Z3 | '' | +447750900123 | 1",
        "0\u03367\u03367\u03360\u03360\u03369\u03360\u03360\u03361\u03362\u03363\u0336 | GB | +447700900123 | 1",
        "07\u0301700 900\u0323123 | GB | +447700900123 | 1"
      })
  void readsPhonesHoweverTheyAreWritten(String text, String region, String e164, int disguise) {
    assertThat(find(text, region))
        .extracting(Contact::type, Contact::value, Contact::disguise)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(ContactType.PHONE, e164, disguise));
  }

  @Test
  void pointsIntoTheTextAsItWas() {
    String text = "\uD83D\uDCDE\u200B +33 6 39 98 00 01 (WhatsApp)";

    Contact contact = find(text, "").getFirst();

    assertThat(contact.span().of(text)).isEqualTo("+33 6 39 98 00 01");
    assertThat(contact.country()).isEqualTo("FR");
  }

  @Test
  void readsANumberWithItsCountrysCodeThatGoesOnInTheNextLine() {
    String text = "call +44 7700\n 900123 or\n12 others";

    Contact contact = find(text, "").getFirst();

    assertThat(contact.value()).isEqualTo("+447700900123");
    assertThat(contact.span().of(text)).isEqualTo("+44 7700\n 900123");
    assertThat(find("+33 6 39 98 00 01\n2 rooms", ""))
        .extracting(Contact::value)
        .containsExactly("+33639980001");
    assertThat(find("+447700900123\n456 others", ""))
        .extracting(Contact::value)
        .containsExactly("+447700900123");
  }

  @ParameterizedTest
  @CsvSource({
    "'07700\n900123', GB, +447700900123",
    "'call 07700 9\n 00 123 now', GB, +447700900123",
    "'06 39 98\n00 01', FR, +33639980001",
    "'0044 7700\n900123', '', +447700900123",
    "'tel 612 345\n678', ES, +34612345678"
  })
  void readsANationalNumberThatGoesOnInTheNextLine(String text, String region, String e164) {
    assertThat(find(text, region)).extracting(Contact::value).containsExactly(e164);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "612 345\n678",
        "rooms 012\n34 56 now",
        "0800\n1700",
        "07700 or\n900123",
        "07700\n\n900123",
        "24\n25\n26\n27\n28"
      })
  void joinsNoLinesThatAreNoHalvesOfANumber(String text) {
    for (String region : List.of("", "GB", "FR", "ES")) {
      assertThat(find(text, region)).as(region).isEmpty();
    }
  }

  @Test
  void completesAnAnnouncedPhoneByAnotherPlausibleCountry() {
    PhoneRegions regions = Regions.plausible("IE", "en");

    assertThat(find("Call 07700 900123", regions)).containsExactly("+447700900123 GB");
    assertThat(find("my phone number is: 07700 900123", regions)).hasSize(1);
    assertThat(find("07700 900123", regions)).isEmpty();
    assertThat(find("phone\n07700 900123", regions)).isEmpty();
    assertThat(find("phone, or booking no 07700 900123", regions)).isEmpty();
  }

  @Test
  void leavesTheCountryOpenWhereAnAnnouncedPhoneFitsSeveral() {
    PhoneRegions regions = new PhoneRegions("", List.of(), List.of("FR", "NL"), "");

    assertThat(find("tel 0639980001", regions)).containsExactly("+33639980001 ");
    assertThat(find("tel 0639980001", regions.toldBy(List::of, List::of))).isEmpty();
  }

  @Test
  void readsAnAnnouncedPhoneFirstWhereItsZeroIsWritten() {
    PhoneRegions regions = Regions.plausible("", "en");

    assertThat(find("call 2015550123", regions)).containsExactly("+12015550123 US");
    assertThat(find("call 02079460123", regions)).containsExactly("+442079460123 GB");
  }

  @Test
  void readsAPhoneBehindTheCurrencyOfAnAmount() {
    assertThat(find("3000 SAR 051 234 5678", PhoneRegions.only("SA")))
        .containsExactly("+966512345678 SA");
    assertThat(find("SAR 0512345678", PhoneRegions.only("SA"))).isEmpty();
  }

  @Test
  void readsNoDigitInAWordBeforeAPhone() {
    assertThat(find("Ligue para o 912 345 678", PhoneRegions.only("PT")))
        .containsExactly("+351912345678 PT");
  }

  @Test
  void readsTwoPhonesOnOneLine() {
    assertThat(find("07700 900123 / 07700 900456 or +33639980001", "GB"))
        .extracting(Contact::value)
        .containsExactly("+447700900123", "+447700900456", "+33639980001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Salary 2 500 000 € a year",
        "from 1200500 lei",
        "£0770 0900123 paid",
        "24/11/2026 10:00-18:00",
        "2026-11-24 2027-01-01",
        "aged 23, 24, 25, 26, 27",
        "IBAN FR76 3000 6000 0112 3456 7890 188",
        "ref: 0770090012",
        "siret 732 829 320 00074",
        "order 07700900123",
        "12345678901234567890",
        "one two three people",
        "un, deux, trois, soleil",
        "room 12 floor 3",
        "0770090012 km",
        "surface 06 39 98 00 01 m²",
        "07700900123 kWh",
        "06 39 98 00 01 mètres",
        "the 12e, 5b and 7z"
      })
  void readsNoPhoneInAmountsDatesAgesAndIds(String text) {
    for (String region : List.of("", "GB", "FR", "RO")) {
      assertThat(find(text, region)).as(region).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to Anna.K@Example.org. | anna.k@example.org | 0",
        "anna (at) example (dot) org | anna@example.org | 2",
        "anna[at]example[.]org | anna@example.org | 2",
        "anna at example dot org | anna@example.org | 2",
        "anna arobase example point org | anna@example.org | 2",
        "anna arroba example punto org | anna@example.org | 2",
        "anna arond example punct org | anna@example.org | 2",
        "anna собака example крапка org | anna@example.org | 2",
        "anna آت example نقطة org | anna@example.org | 2",
        "anna @ example.org | anna@example.org | 1",
        "anna ät example punkt org | anna@example.org | 2",
        "anna klammeraffe example punkt org | anna@example.org | 2",
        "anna chiocciola example punto org | anna@example.org | 2",
        "anna apenstaartje example punt org | anna@example.org | 2",
        "anna małpa example kropka org | anna@example.org | 2",
        "anna arroba example ponto org | anna@example.org | 2",
        "anna кльомба example точка org | anna@example.org | 2",
        "anna kukac example pont org | anna@example.org | 2",
        "anna zavináč example tečka org | anna@example.org | 2",
        "anna παπάκι example τελεία org | anna@example.org | 2",
        "anna at example pikë org | anna@example.org | 2",
        "anna majmunče example tačka org | anna@example.org | 2",
        "anna мајмунче example тачка org | anna@example.org | 2",
        "anna равлик example крапка org | anna@example.org | 2",
        "anna собачка example точка org | anna@example.org | 2",
        "anna kuyruklu example nokta org | anna@example.org | 2",
        "anna{at}example{dot}org | anna@example.org | 2"
      })
  void readsEmailAddresses(String text, String value, int disguise) {
    assertThat(find(text, ""))
        .extracting(Contact::type, Contact::value, Contact::disguise)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(ContactType.EMAIL, value, disguise));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "see https://example.org/Jobs?id=1. | url:https://example.org/Jobs?id=1 | 0",
        "hxxps://example[.]org/a | url:https://example.org/a | 2",
        "hxxps[:]//example[.]org/a | url:https://example.org/a | 3",
        "hxxp[://]example{.}org | url:http://example.org | 3",
        "http://example(dot)org/a | url:http://example.org/a | 1",
        "https://example dot org | url:https://example.org | 1",
        "www dot anna-example dot org | url:http://www.anna-example.org | 2",
        "www[.]example[.]org | url:http://www.example.org | 2",
        "htxps://example.org | url:https://example.org | 1",
        "fxp://example.org/a | url:ftp://example.org/a | 1",
        "Telegram: AnnaMaria | handle:telegram:annamaria | 0",
        "Escribir por Telegram a vg_test_sierra5. | handle:telegram:vg_test_sierra5 | 0",
        "Telegram (vg_test_7) | handle:telegram:vg_test_7 | 0",
        "Contact Telegram vg_test | handle:telegram:vg_test | 0",
        "Kontakt: vg_test_7 na Telegramie. | handle:telegram:vg_test_7 | 0",
        "Контакт: vg_test_7 (телеграм) | handle:telegram:vg_test_7 | 0",
        "вопросы @vg_test_7 в телеге | handle:telegram:vg_test_7 | 0",
        "راسلونا بالتلغرام vg_test_7 | handle:telegram:vg_test_7 | 0",
        "Proszę pisać: @vg_test_7. | handle:unknown:vg_test_7 | 0",
        "Preguntar a vg_test_7, respondemos rápido. | handle:unknown:vg_test_7 | 0",
        "on line: example_1 | handle:unknown:example_1 | 0",
        "be wise, @example_1, and early | handle:unknown:example_1 | 0",
        "campo.sul arroba example.org | email:campo.sul@example.org | 1",
        "reageren: werk apenstaartje example.org | email:werk@example.org | 1",
        "drop a line: a.lough AT example.org. | email:a.lough@example.org | 1",
        "insta: anna.maria | handle:instagram:anna.maria | 0",
        "ftp://example.org/a | url:ftp://example.org/a | 0",
        "jobs.example.com.sa | url:http://jobs.example.com.sa | 0",
        "http://127.0.0.1:80/x | url:http://127.0.0.1:80/x | 0",
        "www.example.org | url:http://www.example.org | 0",
        "visit example.org/jobs now | url:http://example.org/jobs | 0",
        "join t.me/Example_Jobs now | handle:telegram:example_jobs | 0",
        "https://t.me/s/example_jobs | handle:telegram:example_jobs | 0",
        "Telegram: @Example_Name | handle:telegram:example_name | 0",
        "телеграм @example_name | handle:telegram:example_name | 0",
        "insta: example_99 | handle:instagram:example_99 | 0",
        "instagram.com/example.name | handle:instagram:example.name | 0",
        "wa.me/447700900123 | phone:+447700900123 | 0",
        "https://api.whatsapp.com/send?phone=447700900123 | phone:+447700900123 | 0",
        "viber://chat?number=%2B447700900123 | phone:+447700900123 | 0",
        "t.me/+447700900123 | phone:+447700900123 | 0"
      })
  void readsLinksAndHandles(String text, String key, int disguise) {
    assertThat(find(text, ""))
        .extracting(Contact::key, Contact::disguise)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(key, disguise));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t.me/example_1 | Telegram @example_1 | handle:telegram:example_1",
        "wa.me/447700900123 | WhatsApp +44 7700 900123 | phone:+447700900123",
        "https://signal.me/#p/+447700900123 | Signal: +44 7700 900123 | phone:+447700900123",
        "viber://chat?number=%2B447700900123 | Viber +44 7700 900123 | phone:+447700900123",
        "instagram.com/example_1 | insta @example_1 | handle:instagram:example_1",
        "snapchat.com/add/example_1 | Snap: example_1 | handle:snapchat:example_1",
        "https://www.tiktok.com/@example_1 | TikTok @example_1 | handle:tiktok:example_1",
        "vk.com/example_1 | ВК: example_1 | handle:vk:example_1",
        "https://line.me/ti/p/~example_1 | LINE ID: example_1 | handle:line:example_1",
        "discord.com/users/8035111700 | Discord: 8035111700a | handle:discord:8035111700",
        "skype:example_1?chat | Skype - example_1, skype: example_1 | handle:skype:example_1",
        "cash.app/$example_pay | Cash App $example_pay | handle:cashapp:example_pay",
        "https://venmo.com/u/example_1 | Venmo: @example_1 | handle:venmo:example_1",
        "paypal.me/example_1/25 | PayPal @example_1 | handle:paypal:example_1",
        "www.paypal.com/paypalme/example_1 | paypal: example_1 | handle:paypal:example_1",
        "revolut.me/example_1 | Revolut @example_1 | handle:revolut:example_1",
        "wise.com/pay/me/example_1 | Wisetag @example_1, wise tag: example_1 | handle:wise:example_1"
      })
  void readsEveryServiceByItsLinkAndByItsName(String link, String wording, String key) {
    assertThat(find("write to " + link, "")).extracting(Contact::key).containsExactly(key);
    assertThat(find(wording, "")).extracting(Contact::key).first().asString().startsWith(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WeChat: example_1 | handle:wechat:example_1",
        "微信: example_1 | handle:wechat:example_1",
        "u.wechat.com/AbC123 | url:http://u.wechat.com/AbC123",
        "join.skype.com/AbC123 | url:http://join.skype.com/AbC123",
        "discord.gg/AbC123 | url:http://discord.gg/AbC123",
        "https://wise.com/help | url:https://wise.com/help"
      })
  void leavesAnInvitationALink(String text, String key) {
    assertThat(find(text, "")).extracting(Contact::key).containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meet at example corner",
        "earn $one or $500 a week",
        "cash apple $example",
        "cash app $500",
        "skills.Be on time",
        "telegram: write to us",
        "Telegram: Write",
        "Telegram: WhatsApp",
        "Telegram: WhatsApp and Viber",
        "Instagram: TikTok",
        "Telegram: CashApp",
        "see [:] and (:) or [://]",
        "www dot",
        "we are at the dot",
        "e.g. this",
        "@someone",
        "v1.2.3",
        "http://362 is no host",
        "http://example",
        "i.e.we start",
        "two x 3x4 and 12x16 tiles",
        "a..b@example.org",
        "tools at the point of sale",
        "reliably at scale . We are growing",
        "meet us at example.town"
      })
  void readsNoContactInOrdinaryWords(String text) {
    assertThat(find(text, "GB")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Llamad al 07700 900 655 (Reino Unido, +44). | +447700900655",
        "Bel of app 06 39 98 22 80 (landnummer 33). | +33639982280",
        "Info via (202) 555-0143, landcode 1. | +12025550143",
        "Mi número, 447700900655 con el más delante. | +447700900655",
        "faccia il 353 20 9142277 (più davanti) | +353209142277"
      })
  void readsTheCountryThatIsToldBehindANumber(String text, String phone) {
    assertThat(find(text, "IT")).extracting(Contact::value).containsExactly(phone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Per informazioni 020 914 2277 (Irlanda, richiamo io). | it | +353209142277",
        "Telefon: 020 917 55 08 (kierunkowy Irlandia). | pl | +353209175508",
        "Telefon: 020 917 55 08 (z Irlandii). | pl | +353209175508",
        "aștept telefon: 020 914 2268, cu prefix de Irlanda. | ro | +353209142268",
        "ας πάρει στο 06 39 98 44 62 (Γαλλία, 33). | el | +33639984462",
        "Bei Fragen 07700 900-682 wählen, Vorwahl 0044, ohne die Null. | de | +447700900682",
        "Ring 07700 900 114 (UK). | fr | +447700900114",
        "Programați-vă la 353 20 914 22 68. | ro | +353209142268",
        "Başlamak isteyen 1-202-555-0161'e yazsın. | tr | +12025550161",
        "набирайте 1 (202) 555-01-16. | ru | +12025550116",
        "رقم المسؤول (44) 7700-900-638 | ar | +447700900638",
        "Telefon: 33 6 39986305 (Goran) | hr | +33639986305"
      })
  void readsACountryThatIsNamedOrWhoseCodeStandsBefore(String text, String language, String phone) {
    assertThat(find(text, Regions.plausible("", language)))
        .extracting(found -> found.split(" ", -1)[0])
        .containsExactly(phone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ring 07700 900 114 (Jordan answers)",
        "Ring 07700 900 114 (open 7 days)",
        "Ring 07700 900 114 (room 44)",
        "Ring 07700 900 114 (Chad or Georgia)"
      })
  void takesNoOtherNameBehindANumberForItsCountry(String text) {
    assertThat(find(text, Regions.plausible("GB", "en"))).containsExactly("+447700900114 GB");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pages: 1 2 3 4 5 6 7 8 9 10 next | '' | fr | ''",
        "34 612 345 678 habitants | '' | fr | ''",
        "Dossier 1 234 567 8901 | FR | fr | ''",
        "Via Appia 33 - 06 7725 1234 | IT | it | +390677251234",
        "Julie, 31. 06 12 34 56 78 | FR | fr | +33612345678",
        "Ring 0470 12 34 56 (Franck) | BE | fr | +32470123456",
        "tel 0722 123 456 (lucru in Germania) | RO | ro | +40722123456",
        "tel. 601 234 567 (praca w Hiszpanii) | PL | pl | +48601234567"
      })
  void readsNoCountryOutOfPagersHouseNumbersNamesAndPlacesOfWork(
      String text, String region, String language, String phone) {
    assertThat(find(text, Regions.plausible(region, language)))
        .extracting(found -> found.split(" ", -1)[0])
        .isEqualTo(phone.isEmpty() ? List.of() : List.of(phone));
  }

  @Test
  void readsANumberInPairsOfTheLanguagesCountryWhereAnotherIsDeclared() {
    PhoneRegions regions = Regions.plausible("BE", "fr");

    assertThat(find("Pour venir : 06.39.98.12.40, demandez Bruno", regions))
        .containsExactly("+33639981240 FR");
    assertThat(find("dossier 0639981240", regions)).isEmpty();
  }

  @Test
  void leavesTheEndingOfACaseOutOfAnAddress() {
    assertThat(find("Írjanak a hely@example.org-ra, és a masik@example.org-ról.", "HU"))
        .extracting(Contact::value)
        .containsExactly("hely@example.org", "masik@example.org");
    assertThat(find("write to a@jobs-example.org", "HU"))
        .extracting(Contact::value)
        .containsExactly("a@jobs-example.org");
  }

  /**
   * "More" is the same word as "plus" in several languages, and a number may be followed by one.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ligue 912 345 678 para mais informações | PT | +351912345678",
        "Tél. 06 39 98 41 27, plus de détails sur place | FR | +33639984127",
        "Llama al 612 345 678, más información en tienda | ES | +34612345678",
        "Ring 07700 900 114, discount code 20 | GB | +447700900114",
        "Ring 07700 900 114 (flat 3), code 1234 for the gate | GB | +447700900114"
      })
  void takesNoOtherWordBehindANumberForItsCountry(String text, String region, String phone) {
    assertThat(find(text, region)).extracting(Contact::value).containsExactly(phone);
  }

  @Test
  void takesABareNameForAHandleWhereTheChannelSaysSo() {
    assertThat(finder.find(NormalizedText.of("contact @example_name"), "", "telegram"))
        .containsExactly(
            new Contact(ContactType.HANDLE, "telegram:example_name", "", new Span(8, 21), 0));
  }

  private static List<String> find(String text, PhoneRegions regions) {
    return finder.find(NormalizedText.of(text), regions, "").stream()
        .map(contact -> contact.value() + " " + contact.country())
        .toList();
  }

  private static List<Contact> find(String text, String region) {
    return finder.find(NormalizedText.of(text), region, "");
  }
}
