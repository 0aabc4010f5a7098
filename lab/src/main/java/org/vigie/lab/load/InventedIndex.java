package org.vigie.lab.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.IndicatorIds;
import org.vigie.advert.Membership;
import org.vigie.advert.Movement;
import org.vigie.advert.Outcome;
import org.vigie.advert.Pace;
import org.vigie.advert.Place;
import org.vigie.advert.Reason;
import org.vigie.advert.Sighting;
import org.vigie.advert.Span;
import org.vigie.advert.Template;
import org.vigie.advert.TemplatePart;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.shard.ShardWriter;

/**
 * An index of invented adverts, written as the stream writes its own: adverts with sightings, every
 * fifth alone and the others in clusters of four.
 *
 * <p>Words are drawn by Zipf's law from a vocabulary of 20,000, so that rare and common ones are
 * asked for as they are of real text; the few that queries name stand in it too.
 */
final class InventedIndex implements AutoCloseable {
  /** What queries name; kept free for fiction. */
  static final List<String> NAMED =
      List.of("passport", "fee", "housing", "warehouse", "hotel", "night", "contract", "massage");

  static final List<String> COUNTRIES = List.of("FR", "IE", "RO", "DE", "ES");

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int SHARDS = 4;
  private static final int VOCABULARY = 20_000;
  private static final int WORDS = 100;
  static final int CLUSTER = 5;

  /** Adverts of one phone. */
  private static final int PER_PHONE = 40;

  private static final List<Place> TOWNS =
      List.of(
          town(1, "Paris", "FR", 48.853, 2.349),
          town(2, "Dublin", "IE", 53.333, -6.249),
          town(3, "Cluj-Napoca", "RO", 46.767, 23.6),
          town(4, "Berlin", "DE", 52.524, 13.411),
          town(5, "Madrid", "ES", 40.417, -3.704));

  private final List<ShardWriter> writers = new ArrayList<>();
  private final Random random;
  private final double[] cumulated = new double[VOCABULARY];
  private long checkpoint;
  private int next;

  InventedIndex(Workspace workspace, long seed) throws IOException {
    random = new Random(seed);
    double sum = 0;
    for (int rank = 0; rank < VOCABULARY; rank++) {
      sum += 1.0 / (rank + 10);
      cumulated[rank] = sum;
    }
    for (int shard = 0; shard < SHARDS; shard++) {
      Path folder = Workspace.shard(workspace.index(), shard);
      writers.add(ShardWriter.open(folder, OptionalLong.empty()));
    }
  }

  /** Adds adverts that nobody sees before the next commit. */
  void add(int adverts) throws IOException {
    for (int i = 0; i < adverts; i++) {
      put(next++);
    }
  }

  void commit() throws IOException {
    checkpoint++;
    for (ShardWriter writer : writers) {
      writer.commit(checkpoint);
      writer.completed(checkpoint);
    }
  }

  /** Returns how many adverts were added. */
  int size() {
    return next;
  }

  static String advertId(int number) {
    return "a-%020x".formatted(number * 0x9E3779B97F4AL);
  }

  static String clusterId(int number) {
    return "c-" + advertId(number / CLUSTER * CLUSTER).substring(2);
  }

  static String phone(int number) {
    return "+1555%07d".formatted(100_000 + number / PER_PHONE % 100_000);
  }

  private void put(int number) throws IOException {
    AssessedAdvert advert = advert(number);
    String id = advert.advert().id();
    of(id).put(advert);
    Instant time = advert.advert().time();
    of(id).put(new Sighting(id, time, time, 1, List.of(), List.of(), List.of()));
    if (number % CLUSTER != 0) {
      of(id).put(new Membership(id, clusterId(number)));
    }
    if (number % CLUSTER == CLUSTER - 1) {
      ClusterProfile cluster = cluster(number, advert);
      of(cluster.id()).put(cluster);
    }
    if (number % PER_PHONE == PER_PHONE - 1) {
      ContactProfile contact = contact(number);
      of(contact.key()).put(contact);
    }
  }

  private ShardWriter of(String key) {
    return writers.get(Math.floorMod(key.hashCode(), SHARDS));
  }

  private AssessedAdvert advert(int number) {
    int town = random.nextInt(TOWNS.size());
    Place place = TOWNS.get(town);
    String phone = phone(number);
    String title = words(6);
    String body = words(WORDS) + " " + phone;
    double risk = Math.pow(random.nextDouble(), 3);
    Outcome outcome =
        risk > 0.7 ? Outcome.RISK : risk > 0.3 ? Outcome.UNDETERMINED : Outcome.BUSINESS;
    int at = title.length() + 1 + body.length() - phone.length();
    Instant time = START.plus(Duration.ofSeconds(17L * number));
    Advert advert =
        new Advert(
            advertId(number),
            "",
            random.nextBoolean() ? Channel.JOB_BOARD : Channel.CLASSIFIEDS,
            "site-" + random.nextInt(200) + ".example.org",
            "",
            time,
            time,
            title,
            body,
            "en",
            place.country(),
            place.name(),
            Map.of(),
            "bench",
            null);
    return new AssessedAdvert(
        advert,
        "en",
        List.of(new Contact(ContactType.PHONE, phone, "US", new Span(at, at + phone.length()), 0)),
        new Entities(List.of(), List.of(), List.of(), List.of(place), List.of()),
        risk > 0.3 ? List.of(indicator()) : List.of(),
        List.of(
            new Assessment(
                "recruitment",
                outcome,
                risk,
                Map.of(),
                risk,
                List.of(new Reason("invented", risk, List.of())),
                "invented-1",
                "1")));
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ").append(word());
    }
    return words.toString();
  }

  private String word() {
    double drawn = random.nextDouble() * cumulated[VOCABULARY - 1];
    int low = 0;
    int high = VOCABULARY - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulated[middle] < drawn) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    // Every hundredth rank is a word that queries name: a few are frequent, most are not.
    return low % 100 == 37 ? NAMED.get(low / 100 % NAMED.size()) : spelled(low);
  }

  /** Spells a rank in syllables, so that words look like words to the analyser. */
  private static String spelled(int rank) {
    StringBuilder word = new StringBuilder();
    int rest = rank + 30;
    while (rest > 0) {
      word.append("bdfklmnprstv".charAt(rest % 12)).append("aeiou".charAt(rest / 12 % 5));
      rest /= 60;
    }
    return word.toString();
  }

  private static Indicator indicator() {
    return new Indicator(
        IndicatorIds.TIED_HOUSING,
        "invented",
        "invented",
        EvidenceGrade.EXPERT,
        false,
        List.of(new Span(0, 4)),
        "");
  }

  private static ClusterProfile cluster(int number, AssessedAdvert last) {
    Instant to = last.advert().time();
    Map<String, Long> country = Map.of(last.advert().country(), 1L);
    return new ClusterProfile(
        clusterId(number),
        CLUSTER - 1,
        to.minus(Duration.ofMinutes(1)),
        to,
        Map.of("phone:" + phone(number), (long) CLUSTER - 1),
        Map.of(),
        country,
        Map.of(),
        Map.of(Channel.JOB_BOARD.label(), (long) CLUSTER - 1),
        Map.of("en", (long) CLUSTER - 1),
        Map.of(),
        List.of(),
        List.of(),
        Map.of("invented-1", (long) CLUSTER - 1),
        Pace.none(),
        0.5,
        0.3,
        new Template(List.of(TemplatePart.constant(last.advert().title()))));
  }

  private static ContactProfile contact(int number) {
    Map<String, Long> none = Map.of();
    Instant to = START.plus(Duration.ofSeconds(17L * number));
    return new ContactProfile(
        "phone:" + phone(number),
        ContactType.PHONE,
        "US",
        PER_PHONE,
        0,
        to.minus(Duration.ofDays(1)),
        to,
        PER_PHONE,
        none,
        none,
        none,
        none,
        none,
        Map.of("en", (long) PER_PHONE),
        Map.of(Channel.JOB_BOARD.label(), (long) PER_PHONE),
        none,
        none,
        none,
        Movement.none(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Place town(int id, String name, String country, double north, double east) {
    return new Place(id, name, country, north, east, new Span(0, 0));
  }

  @Override
  public void close() throws IOException {
    for (ShardWriter writer : writers) {
      writer.close();
    }
  }
}
