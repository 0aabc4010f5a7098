package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

class IndicatorFinderTest {
  private static IndicatorFinder finder;

  @BeforeAll
  static void load() throws IOException {
    finder = IndicatorFinder.load(ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "No experience needed | RC-02",
        "Sans expérience | RC-02",
        "fara experienta | RC-02",
        "Без досвіду роботи | RC-02",
        "Sin experiencia | RC-02",
        "بدون خبرة | RC-02",
        "Send a copy of your passport today | RC-07",
        "Envoyez une copie de votre passeport | RC-07",
        "Trimiteți copie după pașaport | RC-07",
        "Надішліть фото паспорта | RC-07",
        "Envíe copia de su pasaporte | RC-07",
        "صورة جواز السفر | RC-07",
        "We keep your passport | LX-07",
        "a registration fee of 200 | RC-06",
        "se reține din salariu | RC-06",
        "Free accommodation | RC-04",
        "Write to us on Telegram | RC-09",
        "p\u0430ss\u0440\u043Ert copy | RC-07",
        "just arrived | SX-05",
        "our girls are waiting | OA-03",
        "Please bring your passport on the first day | RC-07",
        "Apportez votre passeport | RC-07",
        "Traiga su pasaporte | RC-07",
        "Aduceti pasaportul | RC-07",
        "Візьміть із собою паспорт | RC-07",
        "Возьмите с собой паспорт | RC-07",
        "أحضر جواز سفرك معك | RC-07",
        "Reisepass mitbringen | RC-07",
        "Porti il passaporto | RC-07",
        "Proszę zabrać paszport | RC-07",
        "Житло за рахунок роботодавця | RC-04",
        "Забезпечуємо житлом | RC-04",
        "السكن على حساب الشركة | RC-04",
        "الشركة توفر السكن | RC-04",
        "Організуємо транспорт до місця роботи | RC-05",
        "Проїзд оплачуємо | RC-05",
        "تذكرة الطيران على حساب الشركة | RC-05",
        "نوفر المواصلات | RC-05"
      })
  void findsWordingInEachLanguage(String text, String id) {
    assertThat(find(text)).extracting(Indicator::id).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "There is no registration fee",
        "We never keep your passport",
        "do not send a copy of your passport",
        "you don't need to bring your passport",
        "pas besoin d'apporter votre passeport",
        "no hace falta traer su pasaporte",
        "nu trebuie să aduceți pașaportul",
        "inutile d'apporter votre passeport",
        "паспорт не потрібен",
        "не віддавайте паспорт",
        "يرجى عدم إحضار جواز السفر",
        "не забезпечуємо житлом",
        "транспорт не організовуємо",
        "لا نوفر السكن ولا نوفر النقل",
        "nu există taxă de înscriere",
        "sans frais de dossier",
        "без передоплати",
        "urgently-needed? no. passport",
        "fee. Registration"
      })
  void dropsWhatIsDeniedOrSpansTwoClauses(String text) {
    assertThat(find(text))
        .extracting(Indicator::id)
        .doesNotContain("RC-04", "RC-05", "RC-06", "RC-07", "LX-07", "FI-04");
  }

  @Test
  void endsADenialWithItsClause() {
    assertThat(find("No contract, registration fee 50"))
        .extracting(Indicator::id)
        .contains("RC-06");
  }

  @Test
  void pointsIntoTheTextAsItWas() {
    String text = "Hotel: FR\u200BEE accommodation!";

    Indicator indicator = find(text).getFirst();

    assertThat(indicator.spans().getFirst().of(text)).isEqualTo("FR\u200BEE accommodation");
    assertThat(indicator.detail())
        .isEqualTo("wording 'free accommodation' (en), readable only after 1 step");
  }

  @Test
  void showsCounterIndicativeWordingWithoutScoringIt() {
    Indicator indicator = find("new in town").getFirst();

    assertThat(indicator.grade()).isEqualTo(EvidenceGrade.TESTED_COUNTER_INDICATIVE);
    assertThat(indicator.scored()).isFalse();
  }

  @Test
  void readsADisguisedContactAsObscured() {
    Contact contact = new Contact(ContactType.PHONE, "+447700900123", "GB", new Span(0, 4), 2);
    Advert advert = advert("call").build();

    assertThat(find(advert, List.of(contact)))
        .extracting(Indicator::id, Indicator::spans)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("SX-01", List.of(new Span(0, 4))));
  }

  @Test
  void readsAWalletBesideNoBankAccountAsPaymentInCryptocurrency() {
    Contact wallet = new Contact(ContactType.WALLET, "tron:T", "", new Span(0, 4), 0);
    Contact account = new Contact(ContactType.IBAN, "GB82", "", new Span(5, 9), 0);
    Advert advert = advert("pay here").build();

    assertThat(find(advert, List.of(wallet))).extracting(Indicator::id).containsExactly("FI-01");
    assertThat(find(advert, List.of(wallet, account))).isEmpty();
  }

  @Test
  void reportsAnEmployerThatTheMarkupDoesNotName() {
    Advert advert = advert("Waiter").field("organization.missing", "true").build();

    assertThat(find(advert, List.of())).extracting(Indicator::id).containsExactly("RC-08");
  }

  /** The numbers are libphonenumber's own examples for a mobile and a fixed line. */
  @Test
  void reportsAnEmployerWhomOnlyAMobilePhoneReaches() {
    Contact mobile = phone("+447400123456");
    Contact fixed = phone("+441212345678");
    Contact link = new Contact(ContactType.URL, "https://example.org", "", new Span(0, 4), 0);
    Advert job = advert("Waiter, no experience needed").build();
    Advert named = advert("Waiter, no experience needed").field("organization", "Example").build();

    assertThat(find(job, List.of(mobile))).extracting(Indicator::id).contains("RC-08");
    assertThat(find(job, List.of(mobile, fixed))).extracting(Indicator::id).doesNotContain("RC-08");
    assertThat(find(job, List.of(mobile, link))).extracting(Indicator::id).doesNotContain("RC-08");
    assertThat(find(job, List.of())).extracting(Indicator::id).doesNotContain("RC-08");
    assertThat(find(named, List.of(mobile))).extracting(Indicator::id).doesNotContain("RC-08");
    assertThat(find(advert("Bicycle").build(), List.of(mobile))).isEmpty();
  }

  @Test
  void findsStemsAndWholeWordsThatOverlap() {
    PhraseAutomaton automaton =
        PhraseAutomaton.of(List.of("doc*", "document fee", "doc* fee now", "fee"));

    assertThat(automaton.find(Words.of(NormalizedText.of("documents document fee now"))))
        .extracting(PhraseAutomaton.Hit::phrase)
        .containsExactly(0, 0, 1, 3, 2);
  }

  @Test
  void refusesALexiconForAnUnknownIndicatorByFileAndKey(@TempDir Path models) throws IOException {
    Path file = Files.createDirectories(models.resolve("lexicons")).resolve("x.yaml");
    Files.writeString(file, "indicator: ZZ-99\nnegatable: true\nphrases: {}\n");
    Taxonomy taxonomy = Taxonomy.load(ModelsFolder.path());

    assertThatThrownBy(() -> IndicatorFinder.load(models, taxonomy))
        .hasMessage(file + ": indicator must be a row of the taxonomy, but was 'ZZ-99'");
  }

  @Test
  void refusesUnknownKeysOfTheTaxonomy(@TempDir Path models) throws IOException {
    Files.writeString(models.resolve("taxonomy.yaml"), "version: t\nindicators: []\ncolour: red\n");

    assertThatThrownBy(() -> Taxonomy.load(models))
        .hasMessageContaining("taxonomy.yaml may have keys version, indicators, but has 'colour'");
  }

  @Test
  void refusesToScoreARowThatTestsSpokeAgainst(@TempDir Path models) throws IOException {
    Files.writeString(
        models.resolve("taxonomy.yaml"),
        "version: t\nindicators:\n- {id: A, name: a, category: c, level: A, grade: T-, scored:"
            + " true, source: s}\n");

    assertThatThrownBy(() -> Taxonomy.load(models))
        .hasMessageContaining("indicators[0].scored must be false for grade T-");
  }

  private static Contact phone(String e164) {
    return new Contact(ContactType.PHONE, e164, "GB", new Span(0, 4), 0);
  }

  private static List<Indicator> find(String text) {
    return find(advert(text).build(), List.of());
  }

  private static List<Indicator> find(Advert advert, List<Contact> contacts) {
    NormalizedText text = NormalizedText.of(advert.text());
    return finder.find(advert, text, Words.of(text), contacts);
  }

  private static Advert.Builder advert(String body) {
    return Advert.builder(Channel.CLASSIFIEDS, "example.org", Instant.EPOCH).body(body);
  }
}
