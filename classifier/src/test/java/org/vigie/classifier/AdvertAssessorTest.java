package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.Reason;
import org.vigie.advert.Span;
import org.vigie.text.HostileText;
import org.vigie.text.ProcessorTime;

class AdvertAssessorTest {
  private static final String JOB =
      "Earn money from home. No experience needed, weekly pay. Work in your own time and process"
          + " payments for our company. Send a copy of your passport and pay the registration fee."
          + " Write to us on WhatsApp, zero seven seven zero zero nine zero zero one two three.";

  private static final String TELEGRAM = "handle:telegram:example_jobs";

  private static AdvertAssessor assessor;

  @BeforeAll
  static void load() throws IOException {
    assessor = AdvertAssessor.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "independent|I work alone and clean houses, my own hours. Experienced cleaner seeks position,"
            + " references from families who can tell about my work, weekday mornings.",
        "business|Our team is looking for a customer service manager with experience in sales."
            + " Responsibilities of the role: manage a team, develop our systems and work with our"
            + " clients. The successful candidate will have excellent communication skills.",
        "spam-or-scam|Earn from home, limited offer! Click the link and subscribe to the channel."
            + " No experience or skills needed for this job, only a phone and your time.",
      })
  void tellsWhatAnOfferOfWorkIsIfItIsNoRisk(String likeliest, String text) {
    Assessment recruitment = recruitment(text);

    Map<Outcome, Double> outcomes = new EnumMap<>(recruitment.outcomes());
    assertThat(outcomes.values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-9));
    assertThat(outcomes.remove(Outcome.RISK)).isEqualTo(recruitment.riskProbability());
    assertThat(Collections.max(outcomes.entrySet(), Map.Entry.comparingByValue()).getKey().label())
        .isEqualTo(likeliest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ko|식당에서 일할 사람을 찾습니다. 숙소 제공, 전화 +1 555 0100",
        "ja|レストランで働く人を探しています。寮があります。",
        "he|דרושים עובדים למסעדה בתל אביב, מגורים מסופקים",
        "und|Kate 2",
      })
  void assessesNothingInALanguageThatItDoesNotRead(String language, String text) {
    ReadAdvert read = assessor.read(advert(text).build());

    assertThat(read.isRead()).isFalse();
    assertThat(read.assessed().language()).isEqualTo(language);
    assertThat(read.assessed().assessments()).isEmpty();
    assertThat(read.assessed().outcome()).isEqualTo("not-assessed");
  }

  @Test
  void readsContactsInALanguageThatItDoesNotAssess() {
    AssessedAdvert korean = assessor.assess(advert("식당에서 일할 사람을 찾습니다. 전화 +44 7700 900123").build());

    assertThat(korean.hasAssessment()).isFalse();
    assertThat(korean.contacts()).extracting(Contact::key).containsExactly("phone:+447700900123");
  }

  @Test
  void flagsAStatedAgeUnder18AndScoresItNowhere() {
    Advert advert = advert("Maria is 17 years old and new here. Tel. +44 7700 900123").build();

    AssessedAdvert assessed = assessor.assess(advert);

    Indicator flag =
        assessed.indicators().stream().filter(Indicator::minorRisk).findFirst().orElseThrow();
    assertThat(flag.id()).isEqualTo("SX-04");
    assertThat(flag.scored()).isFalse();
    assertThat(flag.spans().getFirst().of(advert.text())).isEqualTo("17 years old");
    assertThat(flag.detail()).isEqualTo("stated age is under 18");
    assertThat(assessed.assessment().reasons())
        .noneMatch(reason -> reason.feature().contains("SX-04"));
  }

  @Test
  void namesAFirmByItsWordsOrWhereNothingElseIsSaid() {
    String role =
        " is looking for a customer service manager with experience in sales. Responsibilities of the"
            + " role: manage a team, develop systems and work with %s. The %s will have excellent"
            + " communication skills and a degree.";

    Assessment firm =
        recruitment("Our team" + role.formatted("our clients", "successful candidate"));
    Assessment nobody = recruitment("Milkwood" + role.formatted("customers", "manager"));

    assertThat(firm.outcome()).isEqualTo(Outcome.BUSINESS);
    assertThat(firm.outcomes()).isNotEmpty();
    assertThat(nobody.outcome()).isEqualTo(Outcome.BUSINESS);
    assertThat(nobody.outcomes()).isEmpty();
    assertThat(nobody.reasons().getLast().finding()).isEqualTo(Finding.of("offer-without-sign"));
  }

  private static Assessment recruitment(String text) {
    return assessor.assess(advert(text).build()).assessments().stream()
        .filter(a -> a.form().equals("recruitment"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void joinsLanguageContactsIndicatorsAndRisk() {
    AssessedAdvert assessed = assessor.assess(advert(JOB).title("Job offer").country("GB").build());

    assertThat(assessed.language()).isEqualTo("en");
    assertThat(assessed.contacts()).extracting(Contact::value).containsExactly("+447700900123");
    assertThat(assessed.indicators())
        .extracting(Indicator::id)
        .containsExactly("RC-02", "RC-06", "RC-07", "RC-09", "SX-01");
    assertThat(assessed.assessment().model()).isEqualTo("risk-recruitment-1");
    assertThat(assessed.assessment().taxonomy()).isEqualTo("taxonomy-2");
    assertThat(assessed.assessment().reasons()).isNotEmpty();
  }

  @Test
  void readsContactsAndSignsInThePicturesOfAnAdvert() {
    Advert advert =
        Advert.builder(Channel.SOCIAL, "example.org", Instant.EPOCH)
            .body("Work abroad for you")
            .language("en")
            .country("GB")
            .field(
                Advert.PICTURES,
                Advert.PICTURE_MARK
                    + " Your passport stays with the manager until you have paid.\n07700 900123")
            .build();

    AssessedAdvert assessed = assessor.assess(advert);

    assertThat(assessed.contacts()).extracting(Contact::key).contains("phone:+447700900123");
    assertThat(assessed.contacts()).allMatch(contact -> advert.isInPicture(contact.span()));
    assertThat(assessed.indicators())
        .filteredOn(Indicator::scored)
        .flatExtracting(Indicator::spans)
        .isNotEmpty()
        .anyMatch(advert::isInPicture);
  }

  @Test
  void sendsAnAdvertWithAKnownPictureTheMinorRiskWay() {
    Advert advert =
        Advert.builder(Channel.SOCIAL, "example.org", Instant.EPOCH)
            .body("hello")
            .field(Advert.KNOWN_PICTURE, "true")
            .build();

    assertThat(assessor.assess(advert).minorRisk()).isTrue();
  }

  @Test
  void countsAContactThatASiteDeclaresBesideThoseOfTheText() {
    AssessedAdvert invitation =
        assessor.assess(
            advert("Work abroad, group")
                .field("contact", "url:https://chat.whatsapp.com/AbCdEfGhIjK")
                .build());

    assertThat(invitation.contacts())
        .containsExactly(
            Contact.declared(ContactType.URL, "https://chat.whatsapp.com/AbCdEfGhIjK"));
    assertThat(keys(advert("Write to t.me/example_jobs").field("contact", TELEGRAM).build()))
        .as("named in the text too")
        .containsExactly(TELEGRAM);
    assertThat(keys(advert("Work abroad").field("contact", TELEGRAM).build()))
        .containsExactly(TELEGRAM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maria, from 9 to 5",
        "url:javascript:alert(1)",
        "url:https:///path",
        "url:https://exa mple.org/",
        "handle:nowhere:example",
        "handle:telegram:a b",
        "handle:telegram"
      })
  void takesNoContactFromAFieldThatHoldsNone(String field) {
    assertThat(keys(advert("Work abroad").field("contact", field).build())).isEmpty();
  }

  @Test
  void readsTheNumbersAndAddressesThatASiteOrATableDeclares() {
    Advert row =
        advert("Kitchen help wanted in Lyon")
            .country("FR")
            .field("telephone", "06 39 98 00 01 / +44 7700 900123")
            .field("email", "Boss@Example.org")
            .build();

    assertThat(assessor.assess(row).contacts())
        .containsExactly(
            Contact.declared(ContactType.PHONE, "+33639980001", "FR"),
            Contact.declared(ContactType.PHONE, "+447700900123", "GB"),
            Contact.declared(ContactType.EMAIL, "boss@example.org"));
  }

  @ParameterizedTest
  @CsvSource({
    "+44 7700 900123, phone:+447700900123",
    "phone:+15550100, phone:+15550100",
    "'Anna, tel. +44 7700 900123', phone:+447700900123",
    "work@example.org, email:work@example.org",
    "telegram: @example_jobs, handle:telegram:example_jobs"
  })
  void readsAContactThatAFieldTellsInAPersonsWords(String field, String key) {
    assertThat(keys(advert("Work abroad").field("contact", field).build())).containsExactly(key);
  }

  @Test
  void countsANumberOnceThatTheTextNamesAndItsSiteDeclares() {
    Advert advert =
        advert("Ring +33 6 39 98 00 01").field("telephone", "+33.6.39.98.00.01").build();

    assertThat(assessor.assess(advert).contacts())
        .singleElement()
        .matches(Contact::standsInText)
        .extracting(Contact::key)
        .isEqualTo("phone:+33639980001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on request", "12", "http://example.org", "2026-01-05"})
  void takesNoNumberFromAFieldForTelephonesThatHoldsNone(String field) {
    assertThat(keys(advert("Work abroad").field("telephone", field).field("email", field).build()))
        .isEmpty();
  }

  private static List<String> keys(Advert advert) {
    return assessor.assess(advert).contacts().stream().map(Contact::key).toList();
  }

  @Test
  void putsAScamAboveAnOrdinaryOffer() {
    String ordinary =
        "Our restaurant is hiring two waiters for the summer. You will serve tables, help in the"
            + " kitchen and work in shifts. Contract for six months, paid holidays, staff meals.";

    assertThat(risk(advert(JOB).build())).isGreaterThan(risk(advert(ordinary).build()));
  }

  @Test
  void abstainsInALanguageTheModelDoesNotKnow() {
    AssessedAdvert assessed =
        assessor.assess(
            advert(
                    "Nous cherchons des serveurs pour notre restaurant, sans expérience, logement"
                        + " gratuit, envoyez une copie de votre passeport.")
                .build());

    assertThat(assessed.assessment().outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(assessed.assessment().reasons())
        .extracting(Reason::feature)
        .noneMatch(feature -> feature.startsWith("word"));
  }

  @Test
  void saysNothingOfAnAdvertThatIsNotAboutWork() {
    AssessedAdvert assessed =
        assessor.assess(
            advert(
                    "Blue bicycle for sale, hardly used, new tyres, lights and a lock come with it,"
                        + " can be seen in the evening or on Saturday, please call first.")
                .build());

    assertThat(assessed.assessment().outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void assessesAnAdvertForTheFormsItIsOfAndSaysForWhichItDoesNot() {
    AssessedAdvert massage =
        assessor.assess(
            advert("Massage in a private flat, day and night, debt to the agency").build());
    AssessedAdvert both =
        assessor.assess(advert("Massage studio is hiring, salary paid weekly, apply now").build());

    assertThat(massage.assessments()).extracting(Assessment::form).containsExactly("sexual");
    assertThat(massage.assessment().outcomes()).hasSize(4);
    assertThat(massage.assessment().reasons())
        .extracting(Reason::feature)
        .contains("indicator SX-11");
    assertThat(massage.notAssessedFor())
        .containsExactly("recruitment", "forced-criminality", "other");
    assertThat(both.assessments())
        .extracting(Assessment::form)
        .containsExactlyInAnyOrder("recruitment", "sexual");
    assertThat(both.assessment().riskProbability())
        .isEqualTo(
            both.assessments().stream()
                .mapToDouble(Assessment::riskProbability)
                .max()
                .orElseThrow());
  }

  @Test
  void leavesTheScoreAsItIsWhenANationalityIsExchanged() {
    String text = "We are hiring Romanian women for our factory. " + JOB;
    double before = rawScore(advert(text).build());

    for (String other : List.of("Irish", "Nigerian", "Vietnamese", "Ukrainian", "Brazilian")) {
      assertThat(rawScore(advert(text.replace("Romanian", other)).build()))
          .as(other)
          .isEqualTo(before);
    }
    assertThat(rawScore(advert(text.replace("women", "men")).build())).isEqualTo(before);
  }

  @Test
  void readsABareNameInAMessagingChannelAsItsHandle() {
    Advert advert =
        Advert.builder(Channel.MESSAGING, "t.me", Instant.EPOCH)
            .body("write @example_name")
            .build();

    assertThat(assessor.assess(advert).contacts())
        .extracting(Contact::value)
        .containsExactly("telegram:example_name");
  }

  @Test
  void completesANationalPhoneByTheSiteOrTheLanguage() {
    Advert bySite =
        Advert.builder(Channel.CLASSIFIEDS, "annonces.example.fr", Instant.EPOCH)
            .body("06 39 98 00 01")
            .build();
    Advert byLanguage =
        advert("Nous cherchons des serveurs pour notre restaurant 06 39 98 00 01").build();

    assertThat(assessor.assess(bySite).contacts())
        .extracting(Contact::value)
        .containsExactly("+33639980001");
    assertThat(assessor.assess(byLanguage).contacts())
        .extracting(Contact::value)
        .containsExactly("+33639980001");
    assertThat(assessor.contactsIn("06 39 98 00 01", "FR")).hasSize(1);
    assertThat(assessor.contactsIn("06 39 98 00 01", "")).isEmpty();
  }

  @Test
  void survivesAnyTextWithSpansInsideIt() {
    long seed = 20_260_102L;
    Random random = new Random(seed);
    for (int round = 0; round < 1_500; round++) {
      String text = "x" + HostileText.random(random, 40);
      Advert advert = advert(text).country(round % 2 == 0 ? "GB" : "FR").build();
      assertThatCode(() -> requireSpansInside(assessor.assess(advert)))
          .as("seed %d round %d", seed, round)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "0",
        "0 ",
        "@",
        ".",
        "(",
        "a@",
        "a.",
        "\u0301",
        "\u0301\u0316",
        "o",
        "zero ",
        "+",
        "http://",
        "t.me/",
        "no fees ",
        "\uD800",
        "\u200B",
        "[at",
        "a at ",
        "\u0430a",
        "#",
        "1/2/",
        "5 euro - ",
        "12-",
        "twenty ",
        "9 to ",
        "San ",
        "New York ",
        "cash app $",
        "4A",
        "+1 202 555 0123 "
      })
  void readsTheLongestAdvertOfOnePieceInBoundedTime(String piece) {
    Advert large =
        advert("x" + piece.repeat(Advert.MAX_TEXT / piece.length())).country("GB").build();

    // Some two hundred times what a linear pass needs; how cost grows, the table of figures tells.
    requireSpansInside(ProcessorTime.within(Duration.ofSeconds(10), () -> assessor.assess(large)));
  }

  private static void requireSpansInside(AssessedAdvert assessed) {
    int length = assessed.advert().text().length();
    assessed.contacts().forEach(c -> requireInside(c.span(), length));
    Entities entities = assessed.entities();
    entities.prices().forEach(p -> requireInside(p.span(), length));
    entities.ages().forEach(a -> requireInside(a.span(), length));
    entities.workingHours().forEach(h -> requireInside(h.span(), length));
    entities.places().forEach(p -> requireInside(p.span(), length));
    assessed.indicators().forEach(i -> i.spans().forEach(s -> requireInside(s, length)));
    for (Assessment made : assessed.assessments()) {
      made.reasons().forEach(r -> r.spans().forEach(s -> requireInside(s, length)));
      assertThat(made.riskProbability()).isCloseTo(0.5, within(0.5));
    }
  }

  private static void requireInside(Span span, int length) {
    assertThat(span.end()).isLessThanOrEqualTo(length);
  }

  private static double risk(Advert advert) {
    return assessor.assess(advert).assessment().riskProbability();
  }

  private static double rawScore(Advert advert) {
    return assessor.assess(advert).assessment().rawScore();
  }

  private static Advert.Builder advert(String body) {
    return Advert.builder(Channel.CLASSIFIEDS, "board.example", Instant.EPOCH).body(body);
  }
}
