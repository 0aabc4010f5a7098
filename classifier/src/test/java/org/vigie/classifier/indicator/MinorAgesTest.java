package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Span;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/** Which stated ages flag an advert, and which are an applicant's least, a child's or a firm's. */
class MinorAgesTest {
  private static QuantityFinder quantities;
  private static MinorAges minorAges;

  @BeforeAll
  static void load() throws IOException {
    quantities = QuantityFinder.load(ModelsFolder.path());
    minorAges = MinorAges.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Anna, 17 years old, new here | 17 years old",
        "en | she is sixteen years old | sixteen years old",
        "en | 16-17 yo | 16-17 yo",
        "en | Anna, 17 years old +44 7700 900123 | 17 years old",
        "en | Anna, 17 years old, 5 min from the station | 17 years old",
        "en | kind girl, 17 years old, chat with me | 17 years old",
        "en | school girl, 17 years old, good company | 17 years old",
        "en | Family looks for a bride, 17, we pay her parents | 17",
        "en | a bride (16), from a good family | 16",
        "ru | невеста, 16, ищем жениха | 16",
        "ar | عروس 15، المهر 5000 | 15",
        "fr | elle a 16 ans, disponible | 16 ans",
        "fr | elle a 17 ans +33 6 39 98 00 01 | 17 ans",
        "fr | jeune fille de 15 ans | 15 ans",
        "es | chica de 17 años, sin prisa | 17 años",
        "fr | jeune fille 15 ans | 15 ans",
        "es | chica de 17 años | 17 años",
        "de | sie ist 17 Jahre alt | 17 Jahre alt",
        "it | ragazza di 17 anni | 17 anni",
        "nl | ze is 17 jaar oud | 17 jaar oud",
        "pl | dziewczyna 17 lat | 17 lat",
        "pt | rapariga de 17 anos | 17 anos",
        "ro | fată de 17 ani | 17 ani",
        "bg | момиче на 17 години | 17 години",
        "hu | 17 éves lány | 17 éves",
        "cs | dívce je 17 let | 17 let",
        "el | κοπέλα 17 ετών | 17 ετών",
        "sq | vajzë 17 vjeçe | 17 vjeçe",
        "sr | devojka 17 godina | 17 godina",
        "uk | дівчині 17 років | 17 років",
        "ru | девушке 17 лет | 17 лет",
        "tr | 17 yaşında kız | 17 yaşında",
        "ar | عمرها 17 سنة من العمر | 17 سنة من العمر"
      })
  void flagsTheAgeOfWhoeverTheTextIsAbout(String language, String text, String age) {
    assertThat(in(text, language)).extracting(span -> span.of(text)).containsExactly(age);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | you must be at least 16 years old",
        "en | applicants 16+ years old",
        "en | aged 17 years old + please",
        "en | we accept 16 year olds for this position",
        "en | nobody under 17 years old is admitted",
        "en | minding two children, 11 years old and 13 years old",
        "en | children aged 5 years old",
        "en | our company is 15 years old",
        "en | a 12 year old horse for sale",
        "en | girls aged 16-25",
        "en | she is 18 years old",
        "en | ask for the bride, 16 rooms to clean",
        "de | Krankenhaus sucht Schwester, 15. Mai bis 30. Juni, gute Bezahlung",
        "de | Wir brauchen 18 Fenster, nicht 16, bitte anbieten",
        "de | Brautkleid für die Braut, 12. Juni",
        "en | USB-A male to USB-C female: 10, black",
        "en | Winter coats for sale: girl, 12, blue; boy, 14, green",
        "es | Bicicleta chica, 16, casi nueva",
        "en | a bride, 17.5 cm ring",
        "en | young woman, 15,000 a month",
        "en | girl, 19, new in town",
        "en | a nanny for a girl, 12, and a boy, 14",
        "fr | garde d'un enfant de 12 ans d'âge",
        "fr | interdit aux moins de 16 ans d'âge",
        "de | Seit 17 Jahren für Sie da",
        "pl | auto ma 12 lat, stan dobry",
        "es | el coche tiene 12 años",
        "pl | opieka nad dzieckiem, wiek 16 lat",
        "de | mindestens 16 Jahre alt",
        "es | niño de 12 años de edad",
        "uk | догляд за дитиною 12 років",
        "ru | старше 16 лет"
      })
  void flagsNoLeastAgeNoChildsAndNoFirms(String language, String text) {
    assertThat(in(text, language)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Massage salon, applicants at least 16 years old | 16 years old",
        "en | Escort agency, staff 17 years old + | 17 years old",
        "en | Escort, born in 2010, new in town | 2010",
        "fr | Salon de massage, personnel dès 16 ans | 16 ans",
        "de | Massagesalon sucht Personal ab 16 Jahren | 16 Jahren",
        "ru | массажный салон, возраст от 16 лет | возраст от 16 лет",
        "ru | эскорт, 2009 года рождения | 2009",
        "en | Escort, born 2008, new in town | 2008",
        "en | Escort, 17 years old, parental consent | 17 years old",
        "fr | Jeune fille, 17 ans, anniversaire en mai, escort | 17 ans",
        "tr | Gelin, 15 yaşında, veli izni var | 15 yaşında"
      })
  void flagsTheLeastAgeForServicesThatNoMinorMayDo(String language, String text, String age) {
    assertThat(in(text, language)).extracting(span -> span.of(text)).containsExactly(age);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Massage salon, applicants at least 18 years",
        "en | Massage salon, no children under 16 years",
        "en | Escort, born in 1995",
        "de | Masseurin, Diplom 2012, geboren 1988",
        "fr | Notre salon de massage est né en 2012",
        "fr | Salon de massage ouvert à partir de 10, sur rendez-vous",
        "en | Remote data entry with a webcam, you must be at least 16 years old",
        "en | Escorted tours of the castle, guides wanted, minimum 16 years old",
        "pt | Precisa-se acompanhante para idosos, ajudante a partir de 16 anos",
        "en | Massage salon, open from 16 to 23",
        "en | Massage salon since 2010, masseuses with papers",
        "en | Our firm was born in 2010",
        "en | Small hatchback, 17 years old, one owner",
        "fr | Notre boulangerie a ses 17 ans",
        "de | Lehrling gesucht, 16 Jahre alt",
        "hu | Pék, 16 éves kortól",
        "ar | متجرنا أتم 17 عاما"
      })
  void flagsNoAdultNoCarNoFirmAndNoApprentice(String language, String text) {
    assertThat(in(text, language)).isEmpty();
  }

  @Test
  void flagsEveryAgeOnce() {
    String text = "Anna is 17 years old. " + "x ".repeat(40) + "Maria is 16 years old.";

    assertThat(in(text, "en")).hasSize(2);
  }

  private static List<Span> in(String text, String language) {
    NormalizedText normalized = NormalizedText.of(text);
    List<Word> words = Words.of(normalized);
    return minorAges.in(
        normalized,
        words,
        quantities.find(normalized, words, language, "", List.of()).ages(),
        LocalDate.parse("2026-01-05"));
  }
}
