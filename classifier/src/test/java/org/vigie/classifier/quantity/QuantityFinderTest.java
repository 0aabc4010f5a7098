package org.vigie.classifier.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Age;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Price;
import org.vigie.advert.PricePeriod;
import org.vigie.advert.Span;
import org.vigie.advert.WorkingHours;
import org.vigie.classifier.ModelsFolder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

class QuantityFinderTest {
  private static QuantityFinder finder;

  @BeforeAll
  static void load() throws IOException {
    finder = QuantityFinder.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pay €12-15/hr in cash | en | 12.0-15.0 EUR hour '€12-15'",
        "płaca 1.200,50 zł miesięcznie | pl | 1200.5 PLN month '1.200,50 zł'",
        "£1,200 per month | en | 1200.0 GBP month '£1,200'",
        "1 200 € par mois net | fr | 1200.0 EUR month '1 200 €'",
        "1 200 € net par mois | fr | 1200.0 EUR month '1 200 €'",
        "900 - 1200 euros al mes | es | 900.0-1200.0 EUR month '900 - 1200 euros'",
        "from $500 to $800 a week | en | 500.0-800.0 USD week '$500 to $800'",
        "1500 грн за годину | uk | 1500.0 UAH hour '1500 грн'",
        "40 тыс рублей в месяц | ru | 40000.0 RUB month '40 тыс рублей'",
        "2.500 lei pe lună | ro | 2500.0 RON month '2.500 lei'",
        "12,50 Euro pro Stunde | de | 12.5 EUR hour '12,50 Euro'",
        "25 zł/h | pl | 25.0 PLN hour '25 zł'",
        "100 € la nuit | fr | 100.0 EUR night '100 €'",
        "3000 درهم شهريا | ar | 3000.0 AED month '3000 درهم'",
        "monthly salary 2000 USD | en | 2000.0 USD month '2000 USD'",
        "fee of 300 euro one time | en | 300.0 EUR once '300 euro'",
        "70k USD yearly | en | 70000.0 USD year '70k USD'",
        "2-3 million forint | en | 2000000.0-3000000.0 HUF unstated '2-3 million forint'",
        "cent euros or thirteen euros | en | 13.0 EUR unstated 'thirteen euros'",
        "15 dollars and 15 cents | en | 15.15 USD unstated '15 dollars and 15 cents'",
        "50 pence | en | 0.5 GBP unstated '50 pence'",
        "200000 ft havonta | hu | 200000.0 HUF month '200000 ft'",
        "12,34,567.89 rupees | en | 1234567.89 INR unstated '12,34,567.89 rupees'",
        "CHF 4'500 monatlich | de | 4500.0 CHF month 'CHF 4'500'",
        "250 Swiss francs | en | 250.0 CHF unstated '250 Swiss francs'",
        "günlük 500 TL | tr | 500.0 TRY day '500 TL'",
        "0.005 BTC | en | 0.005 BTC unstated '0.005 BTC'"
      })
  void readsPricesWithCurrencyAndPeriod(String text, String language, String price) {
    assertThat(prices(text, language, "")).containsExactly(price);
  }

  @Test
  void readsADollarAsTheOneOfTheAdvertsCountry() {
    assertThat(prices("$20 per hour", "en", "AU")).containsExactly("20.0 AUD hour '$20'");
    assertThat(prices("US$20 per hour", "en", "AU")).containsExactly("20.0 USD hour 'US$20'");
    assertThat(prices("20 dinars", "en", "TN")).containsExactly("20.0 TND unstated '20 dinars'");
    assertThat(prices("$20 per hour", "en", "FR")).containsExactly("20.0 USD hour '$20'");
  }

  @Test
  void readsEachPriceOfAList() {
    assertThat(prices("5 €, 10 € ou 20 €; $30 and £40.", "fr", ""))
        .containsExactly(
            "5.0 EUR unstated '5 €'",
            "10.0 EUR unstated '10 €'",
            "20.0 EUR unstated '20 €'",
            "30.0 USD unstated '$30'",
            "40.0 GBP unstated '£40'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALL 5 solutions, try 3 times, top 10, Bob 3, PHP 7",
        "room 12, floor 3, 24/11/2026 at 10:00",
        "50 % of 200 people",
        "12 ft of rope, 5 km away",
        "from 5 din 10"
      })
  void readsNoPriceWhereNoMoneyIsNamed(String text) {
    assertThat(prices(text, "en", "")).isEmpty();
  }

  @Test
  void leavesTheDigitsOfContactsAlone() {
    String text = "07700 900123 euro";
    Contact phone = new Contact(ContactType.PHONE, "+447700900123", "GB", new Span(0, 12), 0);

    NormalizedText normalized = NormalizedText.of(text);
    assertThat(finder.find(normalized, Words.of(normalized), "en", "", List.of(phone)).prices())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a 23 y/o woman | en | 23-23 '23 y/o'",
        "23 y.o. and well | en | 23-23 '23 y.o'",
        "I am 23yo | en | 23-23 '23yo'",
        "girls age 18-25 wanted | en | 18-25 'age 18-25'",
        "aged 18 to 35 | en | 18-35 'aged 18 to 35'",
        "twenty-three years old | en | 23-23 'twenty-three years old'",
        "femme 25 ans | fr | 25-25 '25 ans'",
        "chica de 25 años | es | 25-25 '25 años'",
        "edad: 20-30 años | es | 20-30 'edad: 20-30 años'",
        "дівчата від 18 до 30 років | uk | 18-30 '18 до 30 років'",
        "девушка 22 года | ru | 22-22 '22 года'",
        "возраст 18-35 | ru | 18-35 'возраст 18-35'",
        "wiek 20-40 lat | pl | 20-40 'wiek 20-40 lat'",
        "Alter 25 | de | 25-25 'Alter 25'",
        "fete 18-30 ani | ro | 18-30 '18-30 ani'",
        "العمر 25 سنة | ar | 25-25 'العمر 25 سنة'",
        "25 yaşında | tr | 25-25 '25 yaşında'",
        "ragazza di 22 anni | it | 22-22 '22 anni'",
        "vrouw 25 jaar oud | nl | 25-25 '25 jaar oud'",
        "rapariga de 23 anos | pt | 23-23 '23 anos'",
        "жена на възраст 25 години | bg | 25-25 'на възраст 25 години'",
        "25 éves nő | hu | 25-25 '25 éves'",
        "ve věku 20-30 let | cs | 20-30 've věku 20-30 let'",
        "κοπέλα 22 ετών | el | 22-22 '22 ετών'",
        "vajzë 22 vjeçe | sq | 22-22 '22 vjeçe'",
        "devojka 22 godine | sr | 22-22 '22 godine'",
        "elle a 15 ans | fr | 15-15 '15 ans'",
        "tengo 15 años | es | 15-15 '15 años'",
        "мне 15 лет | ru | 15-15 '15 лет'",
        "је девојка 15 година | sr | 15-15 '15 година'"
      })
  void readsAges(String text, String language, String age) {
    assertThat(ages(text, language)).containsExactly(age);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "25 years of experience | en",
        "entreprise avec 25 ans d'expérience | fr",
        "garantía de 20 años | es",
        "опыт работы 20 лет | ru",
        "doświadczenie 18 lat | pl",
        "rent 200 years | en",
        "depuis 15 ans | fr",
        "garantie 12 ans | fr",
        "enfant de 5 ans | fr",
        "age: 25 % | en",
        "page 25 | en"
      })
  void readsNoAgeInYearsOfSomethingElse(String text, String language) {
    assertThat(ages(text, language)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "work 12h/day | en | hours a day 12.0-12.0 '12h/day'",
        "10-12 hours a day | en | hours a day 10.0-12.0 '10-12 hours a day'",
        "12-hour shifts | en | hours a day 12.0-12.0 '12-hour shifts'",
        "12 hour shift | en | hours a day 12.0-12.0 '12 hour shift'",
        "seven days a week | en | days a week 7.0-7.0 'seven days a week'",
        "35 heures par semaine | fr | hours a week 35.0-35.0 '35 heures par semaine'",
        "35h/semaine | fr | hours a week 35.0-35.0 '35h/semaine'",
        "7j/7 | fr | days a week 7.0-7.0 '7j/7'",
        "6 días a la semana | es | days a week 6.0-6.0 '6 días a la semana'",
        "12 годин на день | uk | hours a day 12.0-12.0 '12 годин на день'",
        "6 дней в неделю | ru | days a week 6.0-6.0 '6 дней в неделю'",
        "6 dni w tygodniu | pl | days a week 6.0-6.0 '6 dni w tygodniu'",
        "haftada 6 gün | tr | days a week 6.0-6.0 'haftada 6 gün'",
        "12 ore pe zi | ro | hours a day 12.0-12.0 '12 ore pe zi'",
        "10 Stunden pro Tag | de | hours a day 10.0-10.0 '10 Stunden pro Tag'",
        "8 ore al giorno | it | hours a day 8.0-8.0 '8 ore al giorno'",
        "38 uur per week | nl | hours a week 38.0-38.0 '38 uur per week'",
        "12 horas por dia | pt | hours a day 12.0-12.0 '12 horas por dia'",
        "12 часа на ден | bg | hours a day 12.0-12.0 '12 часа на ден'",
        "12 óra naponta | hu | hours a day 12.0-12.0 '12 óra naponta'",
        "12 hodin denně | cs | hours a day 12.0-12.0 '12 hodin denně'",
        "12 ώρες την ημέρα | el | hours a day 12.0-12.0 '12 ώρες την ημέρα'",
        "10 orë në ditë | sq | hours a day 10.0-10.0 '10 orë në ditë'",
        "12 sati dnevno | sr | hours a day 12.0-12.0 '12 sati dnevno'",
        "12 ساعة يوميا | ar | hours a day 12.0-12.0 '12 ساعة يوميا'",
        "08:00-20:00 | en | time of day 8.0-20.0 '08:00-20:00'",
        "9am to 5.30 pm | en | time of day 9.0-17.5 '9am to 5.30 pm'",
        "з 20:00 до 06:00 | uk | time of day 20.0-30.0 '20:00 до 06:00'"
      })
  void readsWorkingHours(String text, String language, String hours) {
    List<String> expected = hours.isBlank() ? List.of() : List.of(hours);
    assertThat(hours(text, language)).isEqualTo(expected);
  }

  @Test
  void readsRoundTheClockAsHoursAndDays() {
    assertThat(hours("available 24/7", "en"))
        .containsExactly("hours a day 24.0-24.0 '24/7'", "days a week 7.0-7.0 '24/7'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"24/7/2026", "12.05-20.05", "at 10:00", "3 hours from here", "200 hours a day"})
  void readsNoWorkingHoursInDatesAndDistances(String text) {
    assertThat(hours(text, "en")).isEmpty();
  }

  private static List<String> prices(String text, String language, String country) {
    return find(text, language, country).prices().stream().map(p -> written(p, text)).toList();
  }

  private static String written(Price price, String text) {
    String period = price.period() == PricePeriod.UNSTATED ? "unstated" : price.period().label();
    String amount =
        price.least() == price.most()
            ? Double.toString(price.least())
            : price.least() + "-" + price.most();
    return "%s %s %s '%s'".formatted(amount, price.currency(), period, price.span().of(text));
  }

  private static List<String> ages(String text, String language) {
    return find(text, language, "").ages().stream().map(age -> written(age, text)).toList();
  }

  private static String written(Age age, String text) {
    return "%d-%d '%s'".formatted(age.least(), age.most(), age.span().of(text));
  }

  private static List<String> hours(String text, String language) {
    return find(text, language, "").workingHours().stream().map(h -> written(h, text)).toList();
  }

  private static String written(WorkingHours hours, String text) {
    return String.format(
        Locale.ROOT,
        "%s %s-%s '%s'",
        hours.measure().label(),
        hours.least(),
        hours.most(),
        hours.span().of(text));
  }

  private static QuantityFinder.Quantities find(String text, String language, String country) {
    NormalizedText normalized = NormalizedText.of(text);
    return finder.find(normalized, Words.of(normalized), language, country, List.of());
  }
}
