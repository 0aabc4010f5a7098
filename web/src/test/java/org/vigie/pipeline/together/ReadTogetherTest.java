package org.vigie.pipeline.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Indicator;
import org.vigie.classifier.Taxonomy;
import org.vigie.search.AdvertIndex;
import org.vigie.web.Phrases;
import org.vigie.web.Worded;

/** What is planted is found, with its numbers, and ordinary adverts show nothing. */
class ReadTogetherTest {
  private static final Path MODELS = Path.of(System.getProperty("vigie.root"), "models");
  private static final String ONE = Invented.phone(1);
  private static final String OTHER = Invented.phone(2);

  /** Contacts of others, of which each has ten adverts. */
  private static final int ORDINARY = 40;

  private static ReadTogether reader;
  private static Taxonomy taxonomy;

  @TempDir private Path folder;

  @BeforeAll
  static void load() throws IOException {
    reader = ReadTogether.load(MODELS);
    taxonomy = Taxonomy.load(MODELS);
  }

  @Test
  void findsAnotherContactThatSharesItsHabits() throws IOException {
    List<AssessedAdvert> adverts = ordinary(1);
    Random random = new Random(2);
    for (int i = 0; i < 5; i++) {
      adverts.add(Invented.advert(ONE, 70 + i, inTheStyleOfOne(random)));
      adverts.add(Invented.advert(OTHER, 70 + i, inTheStyleOfOne(random)));
    }

    List<SharedSign> findings = read(adverts, ONE);
    assertThat(ids(findings)).containsExactly("OA-08");
    SharedSign style = findings.getFirst();
    assertThat(style.contacts()).containsExactly("phone:" + OTHER);
    assertThat(style.adverts()).hasSize(10).isSubsetOf(ids(adverts, ONE, OTHER));
    assertThat(style.indicator().detail())
        .matches(
            "\\d+ of \\d+ rare habits of punctuation and layout are those of another contact too,"
                + " in 5 and 5 texts beside \\d+ of others");
    assertThat(Phrases.in(Locale.FRENCH).tells(worded(style.indicator()))).isTrue();
  }

  /** Copies are a cluster's business, and contacts beside one another are known to belong. */
  @Test
  void takesNoCopyForStyle() throws IOException {
    List<AssessedAdvert> adverts = ordinary(1);
    Random random = new Random(2);
    for (int i = 0; i < 5; i++) {
      String text = inTheStyleOfOne(random);
      adverts.add(Invented.advert(ONE, 70 + i, text));
      adverts.add(Invented.advert(OTHER, 70 + i, text + " Call."));
    }

    assertThat(ids(read(adverts, ONE))).isEmpty();
  }

  @Test
  void findsTextsThatWereProducedInAMass() throws IOException {
    List<AssessedAdvert> adverts = ordinary(3);
    Random random = new Random(4);
    for (int i = 0; i < 12; i++) {
      adverts.add(Invented.advert(ONE, 70, Invented.text(random, 115 + random.nextInt(11))));
    }

    List<SharedSign> findings = read(adverts, ONE);
    assertThat(ids(findings)).containsExactly("OA-10");
    SharedSign mass = findings.getFirst();
    assertThat(mass.adverts()).containsExactlyInAnyOrderElementsOf(ids(adverts, ONE));
    assertThat(mass.indicator().detail())
        .matches(
            "12 texts, written separately, are 11\\d to 12\\d words long; lengths vary by [23] %"
                + " \\(other adverts: \\d\\d %, \\d+ compared\\)");
    assertThat(Phrases.in(Locale.FRENCH).tells(worded(mass.indicator()))).isTrue();
  }

  /** A site's limit makes all texts alike in length, and one template is copied. */
  @Test
  void takesNeitherASitesLimitNorATemplateForAMass() throws IOException {
    Random random = new Random(5);
    List<AssessedAdvert> limited = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String phone = i < 12 ? ONE : Invented.phone(100 + i);
      limited.add(Invented.advert(phone, i, Invented.text(random, 115 + random.nextInt(11))));
    }
    assertThat(ids(read(limited, ONE))).isEmpty();

    List<AssessedAdvert> copied = ordinary(6);
    String template = Invented.text(random, 120);
    for (int i = 0; i < 12; i++) {
      copied.add(Invented.advert(OTHER, 70, template + " " + Invented.text(random, 4)));
    }
    assertThat(ids(read(copied, OTHER))).isEmpty();
  }

  @Test
  void findsOnePersonWhoSaysSo() throws IOException {
    List<AssessedAdvert> adverts = ordinary(7);
    adverts.addAll(ofOnePerson(15));

    List<SharedSign> findings = read(adverts, ONE);
    assertThat(ids(findings)).containsExactly("NX-02");
    Indicator pattern = findings.getFirst().indicator();
    assertThat(pattern.scored()).isFalse();
    assertThat(findings.getFirst().adverts()).hasSize(4);
    assertThat(pattern.detail())
        .isEqualTo(
            "one contact alone for 75 days, in one place and under one name at most;"
                + " 4 of 6 adverts say so in their own words");
    assertThat(Phrases.in(Locale.FRENCH).tells(worded(pattern))).isTrue();
  }

  @Test
  void doesNotTakeAContactForIndependentThatIsNewOrSpeaksOfOthers() throws IOException {
    assertThat(ids(read(ofOnePerson(5), ONE))).isEmpty();

    List<AssessedAdvert> ofSeveral = ofOnePerson(15);
    ofSeveral.add(Invented.advert(ONE, 80, "Our ladies and more", indicator("OA-03")));
    assertThat(ids(read(ofSeveral, ONE))).isEmpty();

    List<AssessedAdvert> silent = ofOnePerson(15);
    for (int i = 0; i < 4; i++) {
      silent.add(Invented.advert(ONE, 80 + i, "Nothing said of that " + i));
    }
    assertThat(ids(read(silent, ONE))).isEmpty();
  }

  @Test
  void findsOffersThatAnswerThoseWhoLookForWork() throws IOException {
    List<AssessedAdvert> adverts = new ArrayList<>();
    adverts.add(
        post("1", "ana", "", "I am looking for work in a hotel, anywhere.", Invented.phone(3)));
    adverts.add(post("2", "bo", "", "Where is the town hall?", Invented.phone(4)));
    adverts.add(post("3", "boss", "1", "Write to me, I have work and a room.", ONE));
    adverts.add(post("4", "boss", "2", "In the old town.", ONE));
    adverts.add(post("5", "cy", "1", "Me too, I need work. My number", OTHER));
    adverts.add(post("6", "ana", "1", "My new number.", Invented.phone(3)));

    List<SharedSign> findings = read(adverts, ONE);
    assertThat(ids(findings)).containsExactly("RC-18");
    assertThat(findings.getFirst().adverts())
        .containsExactly(adverts.get(2).advert().id(), adverts.get(0).advert().id());
    String detail = findings.getFirst().indicator().detail();
    assertThat(detail)
        .isEqualTo("1 of 2 adverts answer posts of those who look for work, 1 in all");
    assertThat(Phrases.in(Locale.FRENCH).tells(worded(findings.getFirst().indicator()))).isTrue();
    assertThat(ids(read(adverts, OTHER))).isEmpty();
    assertThat(ids(read(adverts, Invented.phone(3)))).isEmpty();
  }

  @Test
  void findsNothingInOrdinaryAdverts() throws IOException {
    List<AssessedAdvert> adverts = ordinary(8);
    try (AdvertIndex index = Invented.index(folder.resolve("all"), adverts)) {
      for (int contact = 0; contact < ORDINARY; contact++) {
        ContactProfile profile = Invented.profile(Invented.phone(100 + contact), adverts);
        assertThat(reader.of(index, profile)).as(profile.key()).isEmpty();
      }
    }
  }

  private static Worded worded(Indicator indicator) {
    return Worded.of(indicator.finding(), "");
  }

  private List<SharedSign> read(List<AssessedAdvert> adverts, String phone) throws IOException {
    Path index = folder.resolve(Integer.toString(adverts.hashCode()));
    try (AdvertIndex opened = Invented.index(index, adverts)) {
      return reader.of(opened, Invented.profile(phone, adverts));
    }
  }

  private static List<AssessedAdvert> ordinary(int seed) {
    Random random = new Random(seed);
    List<AssessedAdvert> adverts = new ArrayList<>();
    for (int i = 0; i < ORDINARY * 10; i++) {
      String text = Invented.text(random, 40 + random.nextInt(120));
      adverts.add(Invented.advert(Invented.phone(100 + i % ORDINARY), i / 6, text));
    }
    return adverts;
  }

  /** A text whose signs nobody else sets so. */
  private static String inTheStyleOfOne(Random random) {
    return "~* "
        + Invented.text(random, 45 + random.nextInt(40))
            .replace(". ", " !! \n- ")
            .replace(", ", " ,")
        + " *~";
  }

  private static List<AssessedAdvert> ofOnePerson(int daysBetween) {
    List<AssessedAdvert> adverts = new ArrayList<>();
    IntStream.range(0, 6)
        .forEach(i -> {
          Indicator[] said = i < 4 ? new Indicator[] {indicator("NX-02")} : new Indicator[0];
          adverts.add(Invented.advert(ONE, i * daysBetween, "I work alone, day " + i, said));
        });
    return adverts;
  }

  private static Indicator indicator(String id) {
    return taxonomy.indicator(id);
  }

  private static AssessedAdvert post(
      String id, String author, String answers, String body, String phone) {
    return Invented.assessed(
        Advert.builder(Channel.FORUM, "forum.example.org", Invented.MONDAY)
            .body(body)
            .sourceId("p" + id)
            .postedAt(Invented.MONDAY.plus(Duration.ofHours(Integer.parseInt(id))))
            .field("author", author)
            .context("replyTo", answers.isEmpty() ? "" : "p" + answers)
            .build(),
        phone);
  }

  private static List<String> ids(List<SharedSign> findings) {
    return findings.stream().map(finding -> finding.indicator().id()).toList();
  }

  private static List<String> ids(List<AssessedAdvert> adverts, String... phones) {
    List<String> ids = new ArrayList<>();
    for (String phone : phones) {
      adverts.stream()
          .filter(advert -> ContactReading.names(advert, "phone:" + phone))
          .forEach(advert -> ids.add(advert.advert().id()));
    }
    return ids;
  }
}
