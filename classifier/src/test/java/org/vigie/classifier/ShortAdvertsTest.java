package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.Reason;

/** What an advert of one or two sentences must not be taken for. */
class ShortAdvertsTest {
  private static AdvertAssessor assessor;

  @BeforeAll
  static void load() throws IOException {
    assessor = AdvertAssessor.load(ModelsFolder.path());
  }

  /** Each ordinary word of a short text would weigh as much as ten of a long one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nanny wanted in Leeds, Monday to Friday, contract and paid holidays. Please send your CV"
            + " and two references.",
        "Hairdresser needed, full time, good salary and tips, friendly team. Send CV.",
        "Accountant, three years experience, hybrid work, salary negotiable, please send your CV.",
        "We are hiring waiters for our restaurant. Full-time contract, two days off, meals.",
        "Union: if your wages aren't paid, come to us."
      })
  void areNoRiskByOrdinaryWords(String text) {
    assertThat(read(text).assessments())
        .extracting(Assessment::outcome)
        .doesNotContain(Outcome.RISK);
  }

  /** Of 28 words beside the nationality: with one of two words it would be 30. */
  @Test
  void areAsShortWhicheverNationalityTheyName() {
    String advert =
        "%s cook wanted, earn $500 a week, no experience needed, work from home, start today, send"
            + " your details now by email to our team and receive the money weekly";

    assertThat(recruitment(advert.formatted("South African")).riskProbability())
        .isEqualTo(recruitment(advert.formatted("Thai")).riskProbability());
  }

  @Test
  void areNoLessRiskForASignOfControl() {
    Assessment plain = recruitment("Work in a house in the country, call seven seven.");
    Assessment girls = recruitment("Work in a house in the country, new girls, call seven seven.");

    assertThat(girls.riskProbability()).isGreaterThanOrEqualTo(plain.riskProbability());
    assertThat(girls.reasons())
        .filteredOn(reason -> reason.feature().startsWith("indicator"))
        .extracting(Reason::contribution)
        .allMatch(value -> value >= 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Satılık bebek arabası, temiz kullanılmış.",
        "Newborn photography, £150",
        "Benta crib ng baby",
        "ขายเสื้อผ้าเด็กแรกเกิด",
        "ขายรถเข็นเด็กแรกเกิดราคาถูก",
        "Encargado de limpieza en Gijón. Son 11,40 euros la hora y 28 días de vacaciones."
            + " Solo mañanas, unas 15 horas, nunca después de las 13. Llame o pase.",
        "নবজাতকের খাট বিক্রি",
        "Puppies newborn for adoption, 100 euro to a good home"
      })
  void ofThingsForChildrenAndOfAnimalsAreNoneOfAChild(String text) {
    assertThat(read(text).indicators()).noneMatch(Indicator::minorRisk);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Newborn baby for adoption, 10000 euro to the mother, pram and clothes included",
        "Отдам новорожденного за вознаграждение 500000 рублей, коляска прилагается",
        "Bebé recién nacido en adopción, 8000 euros a la madre, con cuna",
        "Nouveau-né à adopter, dédommagement 9000 euros pour la mère, poussette comprise",
        "Newborn baby for adoption, 10000 euro to the mother, we have a dog",
        "Baby for sale, pram included",
        "Newborn baby to give away for 10000 euro, write to us for more, photo and clothes later"
      })
  void ofAChildAreOfAChildWhateverGoesWithIt(String text) {
    assertThat(read(text).indicators()).anyMatch(Indicator::minorRisk);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Does the agency keep your passport? | false",
        "Keep your passport safe. | false",
        "Keep your documents in a safe place. | false",
        "Always hold your passport ready at the gate. | false",
        "Please bring your passport to the interview. | false",
        "Gardez votre passeport en lieu sûr. | false",
        "Bewahren Sie Ihren Pass sicher auf. | false",
        "Guarda tu pasaporte siempre contigo. | false",
        "Tenga il passaporto al sicuro. | false",
        "Zawsze miej paszport przy sobie. | false",
        "Храните паспорт в надёжном месте. | false",
        "Pasaportunuzu güvenli bir yerde saklayın. | false",
        "We keep your passport until you have paid. | true",
        "The boss keep your passport and you work. | true",
        "Bring documents. Keep your passport until you have paid. | true",
        "Free room and food. Keep passport, give back after season. | true",
        "Please keep your passport in the manager's safe. | true",
        "Keep your passport with you while you travel. | false",
        "They hold your passport and say you owe them money. | true",
        "Wir bewahren Ihren Pass sicher auf, bis Sie bezahlt haben. | true",
        "Il capo tiene il passaporto al sicuro e non lo restituisce. | true",
        "Tenga il passaporto al sicuro con sé. | false",
        "Bewahren Sie die Pässe der Mädchen sicher auf, sie dürfen nicht weg. | true",
        "मालिक ने हमारे पासपोर्ट रख लिए हैं | true"
      })
  void showDocumentsKeptWhereTheyAreSaidToBe(String text, boolean kept) {
    assertThat(read(text).indicators().stream().anyMatch(i -> i.id().equals("LX-07")))
        .isEqualTo(kept);
  }

  private static Assessment recruitment(String text) {
    return read(text).assessments().stream()
        .filter(one -> one.form().equals("recruitment"))
        .findFirst()
        .orElseThrow();
  }

  private static AssessedAdvert read(String text) {
    return assessor.assess(
        Advert.builder(Channel.CLASSIFIEDS, "board.example", Instant.EPOCH).body(text).build());
  }
}
